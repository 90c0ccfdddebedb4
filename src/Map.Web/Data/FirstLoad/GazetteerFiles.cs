using Map.Core.Places;

namespace Map.Web.Data.FirstLoad;

internal static class GazetteerFiles
{
    public static Task ReadPlacesAsync(FileLoad load) => CsvFile.ReadAsync(load, row =>
    {
        var place = new PlaceRow
        {
            Key = row.Need("key"),
            Name = row.Need("name"),
            NameAr = row.Text("name_ar"),
            Latitude = row.NeedNumber("latitude", -90, 90),
            Longitude = row.NeedNumber("longitude", -180, 180),
            Kind = row.Need("kind"),
            Population = row.Whole("population"),
            Rank = row.NeedWhole("rank"),
            PCode = row.Text("pcode"),
            Adm1 = row.Text("adm1"),
            Adm2 = row.Text("adm2"),
            Adm3 = row.Text("adm3"),
            Origin = row.Text("source"),
        };
        place.Id = load.NextId<PlaceRow>();
        load.Add(place);
        load.Add(Name(load, place.Id, place.Name, "en"));
        if (place.NameAr is { } arabic) load.Add(Name(load, place.Id, arabic, "ar"));
    });

    /// <summary>Other spellings; the names that the place's own row gave are not repeated.</summary>
    public static Task ReadAliasesAsync(FileLoad load)
    {
        var seen = new HashSet<(long, string)>();
        return CsvFile.ReadAsync(load, row =>
        {
            var place = load.Keys.Place(row.Need("key"));
            var name = row.Need("name");
            if (name == place.Name || name == place.NameAr || !seen.Add((place.Id, name))) return;
            load.Add(Name(load, place.Id, name, row.Need("language")));
        });
    }

    private static PlaceNameRow Name(FileLoad load, long place, string name, string language) =>
        new() { Id = load.NextId<PlaceNameRow>(), PlaceId = place, Name = name, Language = language, NameKey = NameKey.Of(name) };
}
