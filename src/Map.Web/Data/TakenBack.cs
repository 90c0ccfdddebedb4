using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Map.Web.Data;

/// <summary>Takes back what one act changed in an event, by the revisions it left. What was changed again since stands: nobody's later work is undone with it.</summary>
public static class TakenBack
{
    /// <summary>Call inside the write gate. Answers the fields ("Title", "Claims/17") that were changed since and stand.</summary>
    /// <param name="act">The request that changed it.</param>
    /// <param name="whole">True where nothing is to be taken back unless all of it can be.</param>
    public static async Task<IReadOnlyList<string>> TakeBackAsync(this MapDb db, Guid act, long id, bool whole, CancellationToken cancel = default)
    {
        var lines = await db.Revisions.AsNoTracking().Where(r => r.RequestId == act && r.Table == "Events" && r.RowId == id && r.Field != MergedEvents.Field).OrderBy(r => r.Id).ToListAsync(cancel);
        var row = await db.Events.Include(e => e.Actors).Include(e => e.Figures).Include(e => e.Claims).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (row is null || lines.Count == 0) return [];
        var changed = lines.GroupBy(line => line.Field.Split('.') is [var child, _] ? child : "").Select(of => Part.Of(db, row, of.Key, Folded(of))).ToList();
        var standing = changed.SelectMany(part => part.Standing()).ToList();
        if (whole && standing.Count > 0) return standing;
        foreach (var part in changed) part.TakeBack();
        return standing;
    }

    /// <summary>One act may save a field twice: what it was before the first and after the last.</summary>
    private static Dictionary<string, (string? Old, string? New)> Folded(IEnumerable<RevisionRow> lines)
    {
        var fields = new Dictionary<string, (string? Old, string? New)>();
        foreach (var line in lines)
        {
            var name = line.Field.Split('.')[^1];
            fields[name] = (fields.TryGetValue(name, out var before) ? before.Old : line.Old, line.New);
        }
        return fields;
    }

    /// <summary>The event itself, or one of its actors, figures or claims, and what the act did to it.</summary>
    private sealed class Part(MapDb db, EventRow row, string path, object? now, Dictionary<string, (string? Old, string? New)> fields)
    {
        /// <summary>A column that is never empty tells whether the row came, went or changed.</summary>
        private static readonly Dictionary<string, string> NeverEmpty = new() { ["Actors"] = nameof(EventActorRow.Position), ["Figures"] = nameof(FigureRow.Kind), ["Claims"] = nameof(ClaimRow.Position) };

        private bool Came => IsChild && fields.TryGetValue(NeverEmpty[Kind], out var it) && it.Old is null;
        private bool Went => IsChild && fields.TryGetValue(NeverEmpty[Kind], out var it) && it.New is null;
        private bool IsChild => path.Length > 0;
        private string Kind => path.Split('/')[0];

        public static Part Of(MapDb db, EventRow row, string path, Dictionary<string, (string? Old, string? New)> fields)
        {
            var id = path.Split('/') is [_, var number] ? long.Parse(number, CultureInfo.InvariantCulture) : 0;
            object? now = path.Split('/')[0] switch
            {
                "" => row,
                "Actors" => row.Actors.Find(it => it.Id == id),
                "Figures" => row.Figures.Find(it => it.Id == id),
                "Claims" => row.Claims.Find(it => it.Id == id),
                _ => null,
            };
            return new(db, row, path, now, fields);
        }

        /// <summary>What was changed since. A row of its own is one thing: of a claim that was edited since, nothing is taken back.</summary>
        public IEnumerable<string> Standing()
        {
            if (IsChild) return IsAsLeft() ? [] : [path];
            return fields.Keys.Where(name => !IsAsLeft(db.Entry(now!), name));
        }

        public void TakeBack()
        {
            if (IsChild && !IsAsLeft()) return;
            if (Came) db.Remove(now!);
            else if (Went) Return();
            else foreach (var (name, it) in fields) if (IsAsLeft(db.Entry(now!), name)) Set(db.Entry(now!), name, it.Old);
        }

        private bool IsAsLeft() => Went ? now is null : now is not null && (Came ? Everything() : fields.Keys.All(name => IsAsLeft(db.Entry(now), name)));

        /// <summary>Of a row that came, a column without a line was empty.</summary>
        private bool Everything() => db.Entry(now!).Properties.Where(it => it.Metadata.Name is not ("Id" or "EventId"))
            .All(it => RevisionText.Of(it.CurrentValue) == (fields.TryGetValue(it.Metadata.Name, out var line) ? line.New : null));

        private bool IsAsLeft(EntityEntry entry, string name) => RevisionText.Of(entry.Property(name).CurrentValue) == fields[name].New;

        /// <summary>Under its old number, so that its history goes on.</summary>
        private void Return()
        {
            var id = long.Parse(path.Split('/')[1], CultureInfo.InvariantCulture);
            object back = Kind switch
            {
                "Actors" => new EventActorRow { Id = id, EventId = row.Id },
                "Figures" => new FigureRow { Id = id, EventId = row.Id },
                _ => new ClaimRow { Id = id, EventId = row.Id },
            };
            var entry = db.Add(back);
            foreach (var (name, it) in fields) Set(entry, name, it.Old);
        }

        private static void Set(EntityEntry entry, string name, string? text)
        {
            var property = entry.Property(name);
            property.CurrentValue = RevisionText.Read(text, property.Metadata.ClrType);
        }
    }
}
