using System.Globalization;
using Map.Faults.Writer;

switch (args)
{
    case ["serve", .. var arguments]:
        await Served.RunAsync(arguments);
        return 0;
    case ["check", var database]:
        return Checked.Run(database, Console.In, Console.Out);
    case ["flip", var file, var seed, var count]:
        Flipped.Run(file, int.Parse(seed, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Writer serve <arguments of the product> | Writer check <database> < numbers that were acknowledged | Writer flip <file> <seed> <bytes>");
        return 2;
}
