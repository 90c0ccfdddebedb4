using System.Text.RegularExpressions;
using Map.Core.Events;

namespace Map.Core.Reading;

/// <summary>Counts whom a killing, an arrest or a release happened to, where the sentence gives no number: persons named, "the leader of X", "he".</summary>
internal static partial class DraftPersons
{
    [GeneratedRegex(@"\b(?:others|dozens|hundreds|several|scores|members|people|civilians|fighters|soldiers|children|women|men|families|relatives|brothers|sons|companions|guards)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex More();

    [GeneratedRegex(@"\b(?:he|she)\W+(?:was|had been|has been|is)\b|\b(?:him|her)\b|\bthe (?:\w+ )?(?:leader|head|commander|chief|emir|founder|spokesman) of\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex One();

    public static int? Of(DraftSentence sentence, DraftPiece piece, IReadOnlyList<DraftActor> roles)
    {
        var words = sentence.Masked[(piece.Start - sentence.Sentence.Start)..(piece.End - sentence.Sentence.Start)];
        if (piece.Type is not ("killing" or "detention") || More().IsMatch(words))
        {
            return null;
        }

        var named = roles.Count(one => one.Actor.Kind == "person" && (one.Role == ActorRole.Victim.Id || (DraftTitles.IsRelease(piece) && one.Role == ActorRole.Party.Id)));
        return named > 0 ? named : One().IsMatch(words) ? 1 : null;
    }
}
