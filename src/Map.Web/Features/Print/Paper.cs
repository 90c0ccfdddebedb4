namespace Map.Web.Features.Print;

/// <summary>A sheet, in CSS pixels: 96 to the inch.</summary>
/// <param name="Name">What the address says.</param>
/// <param name="Scale">By how much everything is larger than on A4.</param>
public sealed record Paper(string Name, double Width, double Height, double Scale = 1)
{
    public const string Own = "own";

    public static readonly IReadOnlyList<Paper> All =
    [
        new("a4", 1123, 794), new("a4-portrait", 794, 1123), new("letter", 1056, 816), new("letter-portrait", 816, 1056), new("slide", 1280, 720), new("square", 1080, 1080, 1.2),
    ];

    /// <summary>Of a size that somebody names, the least and the most of either side.</summary>
    public const int Least = 400, Most = 2400;

    /// <summary>The legend stands beside the map, or below it.</summary>
    public bool IsWide => Width >= Height * 0.95;
}
