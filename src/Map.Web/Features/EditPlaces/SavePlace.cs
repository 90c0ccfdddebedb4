using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

/// <summary>How a save ended: saved under a version, or the fields to correct, or the place as somebody else left it meanwhile.</summary>
internal sealed record PlaceOutcome(Guid? Version, IReadOnlyList<FieldProblem> Problems, PlaceDraft? Theirs)
{
    /// <summary>Where it waits for somebody's approval instead of being public.</summary>
    public long? Review { get; init; }
}

/// <summary>Records a place that was typed, or says what stands in the way.</summary>
internal sealed class SavePlace(WriteGate gate, TimeProvider clock, Surroundings surroundings)
{
    public Task<PlaceOutcome> RunAsync(PlaceDraft draft, Editor editor, Guid requestId, bool arabic, CancellationToken cancel = default)
    {
        var request = editor.Writes(draft.Reason, requestId) with { Target = $"place {draft.Key}" };
        return gate.RunAsync(request, async db =>
        {
            var outcome = await WithinAsync(db, draft, editor, arabic, cancel);
            if (outcome.Review is not null) { request.Act = "submit"; }
            return outcome;
        }, cancel);
    }

    /// <summary>Writes what somebody has approved: whether they may is judged by who calls, in the same write.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> ApplyApprovedAsync(MapDb db, PlaceRow row, PlaceDraft draft, bool arabic, CancellationToken cancel)
    {
        if (draft.Check(Today, arabic) is { Count: > 0 } problems) { return problems; }
        await ApplyAsync(db, row, draft, cancel);
        row.Status = EventStatus.Published.Id;
        return [];
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
    private DateOnly Today => DateOnly.FromDateTime(Now);

    private async Task<PlaceOutcome> WithinAsync(MapDb db, PlaceDraft draft, Editor editor, bool arabic, CancellationToken cancel)
    {
        var row = await LoadPlace.RowAsync(db, draft.Key, cancel);
        if (row is not null && row.Version != draft.Version) { return new(null, [], LoadPlace.From(row)); }
        if (row is null && (draft.Version is not null || !NewPlaceKey.Is(draft.Key)))
        {
            return new(null, [new("Name", arabic ? "أُزيل هذا المكان في هذه الأثناء." : "This place was removed meanwhile.")], null);
        }
        if (draft.Check(Today, arabic) is { Count: > 0 } problems) { return new(null, problems, null); }
        var judged = await JudgedSave.OfAsync(db, Submissions.Places, row, editor, cancel);
        if (judged.Verdict == Verdict.Refused) { return new(null, [new("Name", judged.Refusal(arabic))], null); }
        if (row is not null && judged.WaitsBeside)
        {
            return new(row.Version, [], null) { Review = (await Submissions.ProposeAsync(db, Submissions.Places, row.Id, row.Version, draft, LoadPlace.From(row), draft.Reason, editor, Now, cancel)).Id };
        }
        if (row is null)
        {
            row = new PlaceRow { Key = draft.Key, Origin = "desk", Rank = PlaceKind.TryGet(draft.Kind, out var kind) ? kind.Rank : 6 };
            db.Places.Add(row);
        }
        await ApplyAsync(db, row, draft, cancel);
        var review = await judged.StandAsync(db, Submissions.Places, row, draft.Reason, Now, cancel);
        return new(row.Version, [], null) { Review = review };
    }

    private async Task ApplyAsync(MapDb db, PlaceRow row, PlaceDraft draft, CancellationToken cancel)
    {
        await MoveAsync(db, row, draft.ReadPosition()!.Value, cancel);
        (row.Name, row.NameAr, row.Kind) = (draft.Name.Trim(), Blank(draft.NameAr), draft.Kind);
        (row.PublicPrecision, row.PrivateNote) = (Blank(draft.PublicPrecision), Blank(draft.PrivateNote));
        Name(db, row, draft);
    }

    /// <summary>To another spot, and with it the events that stood on its own one. Which district that is the boundaries say; abroad nobody does.</summary>
    private async Task MoveAsync(MapDb db, PlaceRow row, (double Latitude, double Longitude) to, CancellationToken cancel)
    {
        if (row.Id != 0 && (row.Latitude, row.Longitude) == to) { return; }
        var (north, east) = (row.Latitude, row.Longitude);
        if (row.Id != 0)
        {
            foreach (var it in await db.Events.Where(e => e.PlaceId == row.Id && e.Latitude == north && e.Longitude == east).ToListAsync(cancel))
            {
                (it.Latitude, it.Longitude) = to;
            }
        }
        (row.Latitude, row.Longitude) = to;
        var area = await surroundings.AreaAsync(db, to, cancel);
        if (area is null || (area.Governorate == row.Adm1 && area.District == row.Adm2)) { return; }
        (row.Adm1, row.Adm2, row.Adm3) = (area.Governorate, area.District, null);
    }

    /// <summary>Rows that say the same stay, so that the history shows what changed and not everything anew.</summary>
    private static void Name(MapDb db, PlaceRow row, PlaceDraft draft)
    {
        var wanted = new List<PlaceNameRow> { Of(draft.Name, "en", null, null) };
        if (Blank(draft.NameAr) is { } arabic) { wanted.Add(Of(arabic, "ar", null, null)); }
        wanted.AddRange(draft.Names.Where(name => !name.IsBlank()).Select(name => Of(name.Name, name.Language, Blank(name.Script), name.ReadValid()))
            .Where(name => name is { Script: not null } or { ValidEdtf: not null } || wanted.TrueForAll(first => (first.Name, first.Language) != (name.Name, name.Language))));
        var left = row.Names.ToList();
        foreach (var name in wanted.ToList())
        {
            if (left.Find(known => known.Name == name.Name && known.Language == name.Language && (known.Script, known.ValidEdtf) == (name.Script, name.ValidEdtf)) is not { } same) { continue; }
            left.Remove(same);
            wanted.Remove(name);
        }
        foreach (var name in wanted)
        {
            if ((left.Find(known => known.Name == name.Name && known.Language == name.Language) ?? left.Find(known => known.Language == name.Language)) is not { } other)
            {
                row.Names.Add(name);
                continue;
            }
            left.Remove(other);
            (other.Name, other.NameKey, other.Script, other.ValidEdtf) = (name.Name, name.NameKey, name.Script, name.ValidEdtf);
        }
        foreach (var gone in left)
        {
            row.Names.Remove(gone);
            db.Remove(gone);
        }
    }

    private static PlaceNameRow Of(string name, string language, string? script, string? valid) =>
        new() { Name = name.Trim(), Language = language, Script = script, ValidEdtf = valid, NameKey = NameKey.Of(name) };

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
