using Map.Bench.Seed;

switch (args)
{
    case ["fill", var folder, var rows, var peers]:
        Fill.Run(folder, int.Parse(rows), peers);
        return 0;
    case ["control", var folder, var places]:
        FillControl.Run(folder, int.Parse(places));
        return 0;
    case ["control-parts", var folder]:
        await ControlParts.RunAsync(folder);
        return 0;
    case ["live", .. var arguments]:
        await Live.RunAsync(arguments);
        return 0;
    case ["query", var folder]:
        await Query.RunAsync(folder);
        return 0;
    case ["text", var folder, .. var texts]:
        await TextParts.RunAsync(folder, texts);
        return 0;
    case ["pack", var folder]:
        await PackParts.RunAsync(folder);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Seed fill <data folder> <rows> <file for the peers> | Seed control <data folder> <places> | Seed control-parts <data folder> | Seed live <arguments of the product> | Seed query <data folder> | Seed text <data folder> <words> ... | Seed pack <data folder>");
        return 2;
}
