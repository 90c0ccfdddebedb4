using Map.Core.Events;

namespace Map.Core.Reading;

/// <summary>Names a draft event in our own neutral words: what kind, who, where.</summary>
internal static class DraftTitles
{
    public static string Of(DraftPiece piece, PlaceMention? place, IReadOnlyList<DraftActor> actors)
    {
        var by = actors.Where(one => one.Role == ActorRole.Initiator.Id).Select(one => one.Actor.Name).Take(2).ToList();
        var to = actors.Where(one => one.Role == ActorRole.Victim.Id || one.Role == ActorRole.Target.Id).Select(one => one.Actor.Name).Take(2).ToList();
        var kind = Kind(piece);
        var who = (by, to) switch
        {
            ([], []) => "",
            ([], _) => ": " + string.Join(" and ", to),
            (_, []) => ": " + string.Join(" and ", by),
            _ => $": {string.Join(" and ", by)} and {string.Join(" and ", to)}",
        };
        return kind + (place is null ? "" : " in " + place.Name) + who;
    }

    public static bool IsRelease(DraftPiece piece) =>
        piece.Type == "detention" && Array.Exists(Releases, word => piece.Words.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Releases = ["releas", "freed", "freeing", "handed over", "set free"];

    /// <summary>What kind of deed of its type it is.</summary>
    public static string Kind(DraftPiece piece)
    {
        bool Says(params string[] words) => words.Any(word => piece.Words.Contains(word, StringComparison.OrdinalIgnoreCase));
        return piece.Type switch
        {
            "detention" => IsRelease(piece) ? "Release" : "Arrest",
            "movement" => Says("withdr", "pull", "retreat") ? "Withdrawal" : Says("fled", "flee", "escap", "displac") ? "Flight" : Says("return") ? "Return" : "Movement",
            "strike" => Says("shell", "artillery", "mortar", "rocket") ? "Shelling" : "Strike",
            _ => EventTypes.TryGet(piece.Type, out var type) ? type.Label(false) : piece.Type,
        };
    }
}
