using Map.Core.Time;
using Map.Web.Packs;

namespace Map.Web.Tests.Packs;

/// <summary>All that the packs say of one event, by name.</summary>
internal sealed record ToldEvent(PackedEvent Event, string Type, int Place, string? Governorate, string Actors, string Sources, bool Disputed, int Grade);

/// <summary>A second reader of the event, id, facet and change packs together, written from README.md alone: slow and plain.</summary>
internal static class MergedReading
{
    public static List<ToldEvent> Of(byte[] events, byte[] ids, byte[] facets, byte[]? changes)
    {
        var (types, rows, places, spots) = PackReading.Rows(events, ids);
        var asked = FacetReading.Of(facets);
        var told = rows.Select((it, row) => Told(it, types[it.Type], places[row], asked.PlaceGovernorates[places[row]], asked.Rows[row])).ToList();
        return changes is null ? told : Changed(changes);

        List<ToldEvent> Changed(byte[] pack)
        {
            var from = new PackReading(pack, "MCH2");
            Assert.Equal([rows.Count, spots.Count, types.Count], [(int)from.Varint(), (int)from.Varint(), (int)from.Varint()]);
            for (var more = from.Varint(); more > 0; more--)
                types.Add(from.Ascii(from.Byte()));
            var governorates = asked.PlaceGovernorates.ToList();
            int lat = 0, lng = 0;
            for (var more = from.Varint(); more > 0; more--)
            {
                spots.Add(new PackedSpot(lat += (int)from.Zigzag(), lng += (int)from.Zigzag(), (byte)from.Byte()));
                governorates.Add(from.Byte());
            }
            var removed = FacetReading.Rising(from).ToHashSet();
            var actors = FacetReading.Names(from);
            var sources = FacetReading.Names(from);

            var added = new List<(int Before, ToldEvent Event)>();
            int stands = 0, day = 0;
            var id = 0L;
            for (var more = from.Varint(); more > 0; more--)
            {
                stands += (int)from.Varint();
                var flags = from.Byte();
                day += (int)from.Zigzag();
                var length = (int)from.Varint();
                var place = (int)from.Varint();
                var type = (byte)from.Byte();
                id += from.Zigzag();
                var it = new PackedEvent(id, type, (flags & 4) != 0 ? Days.OpenStart : day, (flags & 2) != 0 ? Days.OpenEnd : day + length, (flags & 1) != 0, spots[place]);
                var links = new FacetRow(FacetReading.Rising(from).ConvertAll(i => actors[i]), FacetReading.Rising(from).ConvertAll(i => sources[i]), (flags & 8) != 0, flags >> 4);
                added.Add((stands, Told(it, types[type], place, governorates[place], links)));
            }
            from.End();

            var merged = new List<ToldEvent>();
            for (var row = 0; row <= rows.Count; row++)
            {
                merged.AddRange(added.Where(it => it.Before == row).Select(it => it.Event));
                if (row < rows.Count && !removed.Contains(row))
                    merged.Add(told[row]);
            }
            return merged;
        }

        ToldEvent Told(PackedEvent it, string type, int place, int governorate, FacetRow links) =>
            new(it, type, place, governorate == 255 ? null : asked.Governorates[governorate].Key, Words(links.Actors), Words(links.Sources), links.Disputed, links.Grade);
    }

    private static string Words(IEnumerable<FacetName> names) => string.Join("; ", names.Select(it => $"{it.Key}, {it.Name}, {it.NameAr}").Order(StringComparer.Ordinal));
}
