using Map.Web.Shared;

namespace Map.Web.Features.About;

/// <summary>One file, or several of one making, of the geodata that is loaded on the first run.</summary>
/// <param name="Paths">Inside <c>geodata/</c>; one that ends in a slash is a folder.</param>
public sealed record ShippedFile(string[] Paths, string What, string WhatAr, string From, string FromAr, string Licence, Func<RecordFigures, string?>? Count = null)
{
    public string Said(Language language) => language.Say(What, WhatAr);
}

/// <summary>Everything in <c>geodata/</c>, with where it comes from. A test holds this list and the folder together.</summary>
public static class ShippedFiles
{
    private const string Public = "public domain (CC0)", By = "CC BY 4.0", Igo = "CC BY 3.0 IGO";
    public const string ShareAlike = "CC BY-SA 4.0";

    /// <summary>To be kept wherever the data is shown.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [
        "Boundaries and place codes: OCHA / UN Cartographic Section, COD-AB Syria (HDX), CC BY 3.0 IGO · OpenSyria Data Geography, CC BY 4.0",
        "Base map: Made with Natural Earth · Places: GeoNames, CC BY 4.0",
        "Events 2016–2019: UCDP Georeferenced Event Dataset, Uppsala University, CC BY 4.0; Sundberg & Melander (2013), Journal of Peace Research 50(4)",
        "Control of towns: compiled from the sources named with each claim; in large part from Wikipedia, CC BY-SA 4.0",
    ];

    public static IReadOnlyList<ShippedFile> Boundaries { get; } =
    [
        new(["boundaries/syr_admin0.geojson", "boundaries/syr_admin0_simplified.geojson"], "The outline of Syria: exact, and simplified for drawing", "حدود سوريا: دقيقةً، ومبسّطةً للرسم",
            "OCHA, COD-AB Syria v02, valid on 17 December 2020", "أوتشا، COD-AB سوريا v02، سارية في 17 كانون الأول 2020", Igo),
        new(["boundaries/syr_admin1_simplified.geojson", "boundaries/syr_admin2_simplified.geojson"], "14 governorates and 62 districts, simplified", "14 محافظة و62 منطقة، مبسّطة",
            "OCHA, COD-AB Syria v02, valid on 17 December 2020", "أوتشا، COD-AB سوريا v02، سارية في 17 كانون الأول 2020", Igo),
    ];

    public static IReadOnlyList<ShippedFile> BaseMap { get; } =
    [
        new(["basemap/ne_10m_countries_region.geojson"], "Neighbouring countries, with names in three languages", "البلدان المجاورة بأسمائها في ثلاث لغات", "Natural Earth 5, 1:10 million", "Natural Earth 5، 1:10 مليون", Public),
        new(["basemap/ne_10m_land_region.geojson", "basemap/ne_10m_ocean_region.geojson", "basemap/ne_10m_coastline_region.geojson"], "Land, sea and coast", "اليابسة والبحر والساحل", "Natural Earth 4 (2017), 1:10 million", "Natural Earth 4 (2017)، 1:10 مليون", Public),
        new(["basemap/ne_10m_lakes_region.geojson", "basemap/ne_10m_rivers_region.geojson"], "Lakes and rivers", "البحيرات والأنهار", "Natural Earth 4 (2017), 1:10 million", "Natural Earth 4 (2017)، 1:10 مليون", Public),
        new(["basemap/ne_50m_urban_areas_region.geojson"], "Built-up areas", "المناطق العمرانية", "Natural Earth, 1:50 million", "Natural Earth، 1:50 مليون", Public),
        new(["basemap/ne_10m_boundary_lines_region.geojson", "basemap/ne_10m_boundary_lines_disputed_region.geojson"], "State borders, and lines in dispute", "حدود الدول، والخطوط المتنازع عليها", "Natural Earth 4 (2017), 1:10 million", "Natural Earth 4 (2017)، 1:10 مليون", Public),
    ];

    public static IReadOnlyList<ShippedFile> Places { get; } =
    [
        new(["gazetteer/places.csv"], "Places, with coordinates and rank", "أماكن بإحداثياتها ورتبها", "GeoNames (to February 2023), OCHA seats (2016–2020), OpenSyria (June 2026), UCDP place names, Natural Earth", "GeoNames (حتى شباط 2023)، مراكز أوتشا (2016–2020)، OpenSyria (حزيران 2026)، أسماء UCDP، Natural Earth", By + "; OCHA " + Igo, f => Counted.Digits(f.Places)),
        new(["gazetteer/aliases.csv"], "Other spellings and Arabic names", "كتابات أخرى وأسماء عربية", "the same", "المصادر نفسها", By, f => Counted.Digits(f.PlaceNames)),
    ];

    public static IReadOnlyList<ShippedFile> Events { get; } =
    [
        new(["events/ucdp_ged_syria_2016-2019.csv.gz"], "Coded armed events: columns only, no headlines", "أحداث مسلحة مرمّزة: الأعمدة وحدها بلا عناوين", "UCDP GED, Uppsala University, 1 January 2016 to 1 December 2019", "UCDP GED، جامعة أوبسالا، من 1 كانون الثاني 2016 إلى 1 كانون الأول 2019", By, f => Counted.Digits(f.CodedEvents)),
        new(["articles/"], "Events of five articles, in our own words", "أحداث خمسة مقالات، بكلماتنا", "the articles named as their sources, 2017–2024", "المقالات المذكورة مصادرَ لها، 2017–2024", By, f => Counted.Digits(f.ArticleEvents)),
        new(["stories/"], "Chapters of text that move the map", "فصول من نص يحرّك الخريطة", "our own words; each statement links its event or source", "بكلماتنا؛ وكل قول مربوط بحدثه أو مصدره", By),
        new(["actors/"], "Actors, their names and their dated relations", "الجهات وأسماؤها وعلاقاتها المؤرخة", "our own words; each row names its source", "بكلماتنا؛ وكل سطر يسمّي مصدره", By, f => Counted.Digits(f.Actors)),
        new(["sources.csv"], "Every source of every file", "كل مصدر لكل ملف", "our own work: bibliographic facts", "عملنا: حقائق مرجعية", By, f => Counted.Digits(f.Sources)),
    ];

    public static IReadOnlyList<ShippedFile> Control { get; } =
    [
        new(["control/control_claims.csv"], "Dated statements on who held a town", "أقوال مؤرخة عمّن سيطر على بلدة", "the sources named with each claim, in large part articles of Wikipedia; credit to their authors", "المصادر المذكورة مع كل ادعاء، ومعظمها مقالات ويكيبيديا؛ والفضل لمؤلفيها", ShareAlike, f => Counted.Digits(f.ControlClaims)),
        new(["leanings.csv"], "The side that a source takes, and why", "الطرف الذي ينحاز إليه المصدر، ولماذا", "our own judgement", "حكمنا", By),
        new(["control/holders.csv"], "Names and order of the holders", "أسماء المسيطرين وترتيبهم", "our own work", "عملنا", By),
    ];

    public static IReadOnlyList<ShippedFile> Making { get; } =
    [
        new(["licences/"], "Licence evidence that came with the data", "أدلة التراخيص المرافقة للبيانات", "the publishers named in each file", "الناشرون المذكورون في كل ملف", "each its own"),
        new(["derive/"], "The scripts and hand-read inputs that make the files above", "البرامج والمدخلات المقروءة يدوياً التي تصنع الملفات أعلاه", "our own work", "عملنا", "as the code; control-narratives.csv and town-table.csv " + ShareAlike),
        new(["README.md"], "How each file was made", "كيف صُنع كل ملف", "our own work", "عملنا", By),
    ];

    public static IReadOnlyList<(string Title, string TitleAr, IReadOnlyList<ShippedFile> Files)> Groups { get; } =
    [
        ("Events and actors", "الأحداث والجهات", Events),
        ("Boundaries", "الحدود", Boundaries),
        ("Base map", "خريطة الأساس", BaseMap),
        ("Places", "الأماكن", Places),
        ("How they were made", "كيف صُنعت", Making),
    ];
}
