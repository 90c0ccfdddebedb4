using System.Globalization;
using Map.Web.Features.Print.Fonts;
using Map.Web.Packs;
using Map.Web.Packs.InView;

namespace Map.Web.Features.Print.Drawing;

/// <summary>What is written for one name at a zoom.</summary>
/// <param name="Dot">Radius of the spot; 0 for a country or a water, whose name stands on its middle.</param>
/// <param name="IsImportant">Named even beside a disc that lies over it.</param>
internal sealed record WrittenName(DrawnLabel Label, string Text, Face Face, double Size, double Height, double Dot, bool IsImportant, bool IsSpaced, string Colour, int Order)
{
    /// <summary>Pixels between the letters of a country's name.</summary>
    public const double Spacing = 2.2;
}

/// <summary>Which names a zoom may show, most important first, and how each is written: as on screen (client/layers/labels.ts).</summary>
internal static class NameRules
{
    private const int Large = 150_000, TownSize = 30_000, SmallTown = 3_000;

    /// <param name="claimed">Ids of places with claims.</param>
    public static IReadOnlyList<WrittenName> Of(IReadOnlyList<DrawnLabel> labels, IReadOnlySet<long> claimed, int zoom, bool arabic) =>
        [.. labels.Select(label => Written(label, claimed.Contains(label.Place), zoom, arabic)).OfType<WrittenName>().OrderBy(name => name.Order).ThenByDescending(name => name.Label.Population)];

    private static WrittenName? Written(DrawnLabel label, bool isClaimed, int zoom, bool arabic)
    {
        if (!Belongs(label, isClaimed, zoom))
            return null;
        bool isCountry = label.Kind == LabelKind.Country, isWater = label.Kind is LabelKind.Water or LabelKind.Sea;
        var isAbroad = !isCountry && !isWater && !isClaimed && !label.Country;
        if (isAbroad && zoom < 9 && label.Population < (zoom == 8 ? Large : 2 * Large))
            return null;
        var name = arabic && label.NameAr.Length > 0 ? label.NameAr : label.Name;
        var isLarge = !isAbroad && (label.Population > Large || label.Kind == LabelKind.City || label.Rank == 1);
        var isTown = label.Population >= TownSize;
        var isQuiet = isAbroad || (!isClaimed && !isTown && !isLarge);
        var size = isCountry ? 14 : isWater ? label.Kind == LabelKind.Sea ? 13 : 12 : isLarge ? 15 : isTown || isAbroad ? 13 : 12;
        return new WrittenName(label, isCountry && !arabic ? name.ToUpper(CultureInfo.InvariantCulture) : name,
            isWater ? arabic ? Face.Name : Face.WaterName : isLarge ? Face.StrongName : Face.Name, size, (isCountry || isWater ? 14 : size) + 4,
            isCountry || isWater ? 0 : isLarge ? 3.7 : isQuiet ? 2.1 : isTown ? 3 : 2.4, isLarge, isCountry && !arabic,
            isWater ? Palette.LabelWater : isCountry || isQuiet ? Palette.Label2 : Palette.Label,
            isCountry || isWater ? 0 : isLarge ? 1 : isAbroad ? 4 : isTown ? 2 : isClaimed ? 3 : 5);
    }

    private static bool Belongs(DrawnLabel label, bool isClaimed, int zoom)
    {
        switch (label.Kind)
        {
            case LabelKind.Country: return zoom <= 9;
            case LabelKind.Sea: return true;
            case LabelKind.Water: return zoom >= 7;
            case LabelKind.Region: return false;
        }
        if (label.Rank == 1) return true;
        if (zoom <= 6) return false;
        if (label.Population >= TownSize) return true;
        if (zoom == 7) return false;
        if (isClaimed && (label.Population >= SmallTown || label.Rank <= 3)) return true;
        if (zoom == 8) return false;
        if (isClaimed || label.Kind == LabelKind.Seat) return true;
        return zoom >= 11 ? label.Kind == LabelKind.Village || label.Rank <= 6 : label.Rank <= 3;
    }
}
