namespace Map.Web.Features.Explore;

/// <summary>Why a list is empty, and the ways out of it.</summary>
/// <param name="FilteredOut">Events in window and view that types or filters leave out.</param>
/// <param name="Filters">How many filters are set, the types counted as one.</param>
/// <param name="Elsewhere">Events in the window outside the view that would be listed there.</param>
/// <param name="Next">The next day with an event in the view after the window; null if there is none.</param>
/// <param name="Previous">The last day with an event in the view before the window; null if there is none.</param>
public sealed record NothingHere(int FilteredOut, int Filters, int Elsewhere, int? Next, int? Previous);
