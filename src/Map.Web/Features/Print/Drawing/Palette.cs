namespace Map.Web.Features.Print.Drawing;

/// <summary>The light theme (wwwroot/css/tokens.css; a test holds the two to each other): paper is white.</summary>
internal static class Palette
{
    public const string Surface = "#FFFFFF", Second = "#F6F4F0", Text = "#1B1F24", Text2 = "#535A62", Line = "#DDD9D1", Control = "#85817A";
    public const string Time = "#5B2A7A", TimeSoft = "#EFE6F5", TimeMid = "#B79CCB", TimeOut = "#857A8E";
    public const string Land = "#F7F5F1", Neighbour = "#E9E6E0", Water = "#CFDCE4", River = "#A5BFCE", Coast = "#9DB4C2", Border = "#8C8780", Admin = "#BDB8AE", BuiltUp = "#EDE8DF";
    public const string Label = "#2B2F34", Label2 = "#66625B", LabelWater = "#385E78", Halo = "#FFFFFF", Front = "#1B1F24", FrontCase = "#FFFFFF";

    private static readonly Dictionary<string, (string Token, string Fill, string Line)> Named = new()
    {
        ["government-of-syria"] = ("government", "#E28B7F", "#8E1F1B"),
        ["opposition"] = ("opposition", "#2F7048", "#1C5433"),
        ["sdf"] = ("sdf", "#F4D04E", "#6E5200"),
        ["islamic-state"] = ("islamic-state", "#3A3B40", "#1F2023"),
        ["hts"] = ("hts", "#C6E9C2", "#2C6428"),
        ["sna"] = ("sna", "#63B0C4", "#0B5568"),
    };

    private static readonly (string Token, string Fill, string Line) Other = ("other", "#DAD6CE", "#5B4935");

    public static string Fill(string holder) => Named.GetValueOrDefault(holder, Other).Fill;

    /// <summary>For names and edges.</summary>
    public static string LineOf(string holder) => Named.GetValueOrDefault(holder, Other).Line;

    /// <summary>A holder without a colour of its own has lines, and is told by its name.</summary>
    public static bool HasLines(string holder) => !Named.ContainsKey(holder);

    /// <summary>Names of the style sheet's variables, and what they are here.</summary>
    public static IReadOnlyDictionary<string, string> Tokens { get; } = new Dictionary<string, string>
    {
        ["surface"] = Surface,
        ["surface-2"] = Second,
        ["text"] = Text,
        ["text-2"] = Text2,
        ["line"] = Line,
        ["control"] = Control,
        ["time"] = Time,
        ["time-soft"] = TimeSoft,
        ["time-mid"] = TimeMid,
        ["time-out"] = TimeOut,
        ["map-land"] = Land,
        ["map-neighbour"] = Neighbour,
        ["map-water"] = Water,
        ["map-river"] = River,
        ["map-coast"] = Coast,
        ["map-border"] = Border,
        ["map-admin"] = Admin,
        ["map-label"] = Label,
        ["map-label-2"] = Label2,
        ["map-label-water"] = LabelWater,
        ["map-halo"] = Halo,
        ["map-front"] = Front,
        ["map-front-case"] = FrontCase,
    }.Concat(Named.Values.Append(Other).SelectMany(it => new Dictionary<string, string> { [$"holder-{it.Token}"] = it.Fill, [$"holder-{it.Token}-line"] = it.Line })).ToDictionary();
}
