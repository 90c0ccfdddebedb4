using System.Text.Json;
using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>Which of two records is meant: the one that stays, the one that goes into it, or both.</summary>
public enum MergeSide
{
    This,
    Other,
    Both,
}

/// <summary>What two records say of one thing, and which of the two is to stand.</summary>
public sealed class MergeField
{
    /// <summary>Tells the field from every other, also after the records were read again.</summary>
    public required string Id { get; init; }
    public required string Label { get; init; }
    /// <summary>In words; blank where the record says nothing.</summary>
    public required string This { get; init; }
    public required string Other { get; init; }
    /// <summary>What both together say; null where they cannot stand together.</summary>
    public string? Both { get; init; }
    public MergeSide Side { get; set; }
    public bool Differs => This != Other;
    /// <summary>Writes the side's words into the merged record.</summary>
    public required Action<EventDraft, MergeSide> Put { get; init; }
}

/// <summary>An actor or a claim of the two records, each once.</summary>
/// <param name="value">As it would stand in the merged record.</param>
/// <param name="from">Whose it is.</param>
public sealed class MergeRow<T>(T value, MergeSide from)
{
    public T Value { get; } = value;
    public MergeSide From { get; } = from;
    public bool Stands { get; set; } = true;
}

/// <summary>
/// Two records of one event, side by side. Unless the editor chooses otherwise, what one of them does not say is taken from the other, of two
/// dates and two places the one more closely known, and all actors, claims and figures of both, without exact repeats.
/// </summary>
public sealed class EventMerge
{
    private readonly EventDraft one;
    private readonly EventDraft other;

    /// <param name="one">The record that stays.</param>
    /// <param name="other">The record that goes into it.</param>
    /// <param name="arabic">The language that values are told in.</param>
    /// <param name="placeName">What a place of the gazetteer is called in that language, by its key; null leaves it to the draft.</param>
    public EventMerge(EventDraft one, EventDraft other, bool arabic, Func<string, string?>? placeName = null)
    {
        (this.one, this.other) = (one, other);
        Fields = [.. MergeFields.Of(one, other, arabic, placeName ?? (_ => null)), .. MergeFigures.Of(one, other, arabic)];
        Actors = JoinedActors();
        Claims = MergeClaims.Of(one.Claims, other.Claims);
    }

    /// <summary>Fields and figures, in the order of the form.</summary>
    public IReadOnlyList<MergeField> Fields { get; }

    public IReadOnlyList<MergeRow<DraftActor>> Actors { get; }

    public IReadOnlyList<MergeRow<DraftClaim>> Claims { get; }

    /// <summary>The record as it would be saved, in the place of the one that stays.</summary>
    public EventDraft Merged(string reason)
    {
        var merged = Copy(one);
        foreach (var field in Fields.Where(field => field.Differs))
        {
            field.Put(merged, field.Side);
        }

        merged.Actors = [.. Actors.Where(row => row.Stands).Select(row => row.Value)];
        merged.Claims = [.. Claims.Where(row => row.Stands).Select(row => row.Value)];
        // Both positions were accepted when they were recorded.
        (merged.PositionConfirmed, merged.Reason) = (true, reason);
        return Copy(merged);
    }

    /// <summary>Takes over what was chosen before the records were read again, as far as it is still there to choose.</summary>
    public void ChooseAs(EventMerge before)
    {
        foreach (var field in Fields)
        {
            if (before.Fields.FirstOrDefault(was => was.Id == field.Id) is { } was && (was.Side != MergeSide.Both || field.Both is not null))
            {
                field.Side = was.Side;
            }
        }

        foreach (var row in Actors)
        {
            row.Stands = before.Actors.FirstOrDefault(was => Same(was.Value, row.Value) && was.Value.Role == row.Value.Role)?.Stands ?? true;
        }

        foreach (var row in Claims)
        {
            row.Stands = before.Claims.FirstOrDefault(was => was.From == row.From && MergeClaims.AreRepeats(was.Value, row.Value))?.Stands ?? true;
        }
    }

    /// <summary>An actor in the plain role of a party says no more than the same actor in another role.</summary>
    private List<MergeRow<DraftActor>> JoinedActors()
    {
        var rows = one.Actors.Select(actor => new MergeRow<DraftActor>(actor, other.Actors.Exists(its => Same(its, actor)) ? MergeSide.Both : MergeSide.This)).ToList();
        foreach (var actor in other.Actors)
        {
            var at = rows.FindIndex(row => Same(row.Value, actor) && (row.Value.Role == actor.Role || row.Value.Role == ActorRole.Party.Id || actor.Role == ActorRole.Party.Id));
            if (at < 0)
            {
                rows.Add(new(actor, one.Actors.Exists(its => Same(its, actor)) ? MergeSide.Both : MergeSide.Other));
            }
            else if (rows[at].Value.Role == ActorRole.Party.Id && actor.Role != ActorRole.Party.Id)
            {
                rows[at] = new(actor, MergeSide.Both);
            }
        }

        return [.. rows.DistinctBy(row => (row.Value.ActorId, row.Value.ActorKey, row.Value.Role))];
    }

    private static bool Same(DraftActor a, DraftActor b) => a.ActorId is not null ? a.ActorId == b.ActorId : a.ActorKey == b.ActorKey;

    internal static T Copy<T>(T draft) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(draft))!;
}
