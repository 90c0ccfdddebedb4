using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Shared.Desk;

/// <summary>What a record names and readers do not see yet.</summary>
/// <param name="Address">Where it is decided on, or else its form, without a language.</param>
public sealed record Unseen(string Name, string? NameAr, string Address)
{
    /// <summary>What is to be approved by itself before a record that names it; a source that comes with the record is not among it.</summary>
    public static async Task<IReadOnlyList<Unseen>> InAsync(MapDb db, Mentions draft, CancellationToken cancel)
    {
        var names = await KnownNames.ForAsync(db, draft, cancel);
        var sources = draft.Sources.Select(it => names.Source(it.Id, it.Key)).OfType<SourceRow>().Where(it => it.Status != IRestedOn.Added).Select(it => (Row: (IRestedOn)it, Table: Submissions.Sources, Name: it.Title, NameAr: (string?)null, Form: $"/desk/sources/{it.Id}"));
        var actors = draft.Actors.Select(it => names.Actor(it.Id, it.Key)).OfType<ActorRow>().Select(it => (Row: (IRestedOn)it, Table: Submissions.Actors, it.Name, it.NameAr, Form: $"/desk/actors/{it.Id}"));
        var places = draft.Places.Select(names.Place).OfType<PlaceRow>().Select(it => (Row: (IRestedOn)it, Table: Submissions.Places, it.Name, it.NameAr, Form: $"/desk/places/{it.Key}"));
        var all = new List<Unseen>();
        foreach (var it in sources.Concat(actors).Concat(places).Where(it => it.Row.Status != EventStatus.Published.Id).DistinctBy(it => (it.Table, it.Row.Id)))
        {
            var review = it.Row.Status == EventStatus.Review.Id ? await Submissions.WaitingAsync(db, it.Table, it.Row.Id, cancel) : null;
            all.Add(new(it.Name, it.NameAr, review is { State: var state } && state == ReviewState.Waiting.Id ? $"/desk/review/{review.Id}" : it.Form));
        }
        return all;
    }
}
