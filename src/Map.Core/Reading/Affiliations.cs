using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>Whose man or woman each person is, as the article itself says anywhere: "the X commander Y", "Y, the leader of X", "Y is an X member".</summary>
internal sealed partial class Affiliations
{
    private const string Rank = "(?:commander|leader|head|chief|emir|member|fighter|official|spokesman|spokeswoman|officer|cleric|judge|deputy|founder|co-founder|lieutenant)s?";

    private readonly Dictionary<string, List<ActorMention>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> named = new(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<!\b(?:former|ex|formerly)\b[\w\s-]{0,12})(?<group>ለ+)(?:\W*\(ለ+\))?(?:'s?)?(?:\W+(?!former|by\b)[\w-]+){0,2}?\W+" + Rank + @"(?:,|\W+[\w]+)?\W+(?<who>ሐ+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GroupFirst();

    [GeneratedRegex(@"(?<who>ሐ+)(?:\W*\([^)]*\))?(?:,\W*|\W+(?:is|was)\W+)(?:the\W+|an?\W+|one of the\W+)?(?:(?!former|by\b)[\w-]+\W+){0,2}?" + Rank + @"\W+(?:of|in|with|from)\W+(?:the\W+|an?\W+group\W+(?:named|called)\W+(?:the\W+)?)?(?:(?!former|by\b)[\w-]+\W+(?:faction|wing|bloc|branch)\W+of\W+(?:the\W+)?)?(?<group>ለ+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PersonFirst();

    [GeneratedRegex(@"(?<who>ሐ+)\W+(?:is|was)\W+(?:an?|the)\W+(?:(?!former|by\b)[\w-]+\W+){0,2}?(?<group>ለ+)(?:\W*\(ለ+\))?\W+(?:\w+\W+)?" + Rank + @"\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsOfGroup();

    public void Learn(DraftSentence sentence)
    {
        foreach (var actor in sentence.Actors)
        {
            named[Key(actor)] = named.GetValueOrDefault(Key(actor)) + 1;
        }

        if (sentence.Masked.Length > Tellings.LongestSentence)
        {
            return;
        }

        foreach (var match in new[] { GroupFirst(), PersonFirst(), IsOfGroup() }.SelectMany(words => words.Matches(sentence.Masked)))
        {
            var (who, group) = (At(sentence, match.Groups["who"].Index), At(sentence, match.Groups["group"].Index));
            if (who is not null && group is not null && Antecedents.IsGroup(group))
            {
                if (!groups.TryGetValue(Key(who), out var known))
                {
                    groups[Key(who)] = known = [];
                }

                known.Add(group);
            }
        }
    }

    /// <summary>The group said most often to be a person's, of several the one that the article speaks of most; null where it says none.</summary>
    public ActorMention? Of(ActorMention person) => person.Kind == "person" && groups.TryGetValue(Key(person), out var known)
        ? known.GroupBy(Key).OrderByDescending(same => same.Count()).ThenByDescending(same => named[same.Key]).First().First() : null;

    private static ActorMention? At(DraftSentence sentence, int index) => sentence.Actors.FirstOrDefault(actor => actor.Start == sentence.Sentence.Start + index);

    private static string Key(ActorMention actor) => actor.Id ?? actor.Name;
}
