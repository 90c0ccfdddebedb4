using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>Common nouns that stand for a party: "the group" for the one named before, "rebels" and "residents" for those whom the table of actors knows as a whole.</summary>
public sealed partial class StandIns(Lexicon lexicon)
{
    private readonly KnownActor? civilians = lexicon.Actors.FirstOrDefault(actor => actor.Kind == "civilians");
    private readonly KnownActor? rebels = Called(lexicon, "Rebels");
    private readonly KnownActor? loyal = Called(lexicon, "Pro-government forces");

    /// <summary>Knows no party as a whole.</summary>
    public static StandIns None { get; } = new(new Lexicon([], []));

    /// <summary>"Rebel factions including X" are named; "the rebels' advance" is whose it is.</summary>
    [GeneratedRegex(@"(?<!\b(?:former|ex|pro|anti)[\s-])\b(?:rebels|insurgents|(?:rebel|opposition|insurgent) (?:groups|factions|fighters|forces|units|brigades|militants))\b(?!'|’|-)(?!\W+(?:of|from|including|such as|like|namely|belonging)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rebels();

    [GeneratedRegex(@"(?<!\b(?:local|some|several|two|many|and|according to)\s)\b(?:civilians|residents|inhabitants|villagers|townspeople)\b(?!'|’|-)(?!\W+(?:\w+\W+){0,2}?(?:said|say|told|reported|claimed|added)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Civilians();

    [GeneratedRegex(@"\bpro-(?:regime|government|Assad)\W+(?:\w+\W+)?(?:forces|fighters|militias?|militiamen|troops|units)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Loyal();

    [GeneratedRegex(@"\bthe (?:(?:rebel|jihadist|armed|militant|extremist|insurgent|hardline) )?(?:group|faction|movement|organi[sz]ation|alliance|coalition|militia)\b(?!\W+(?:of|led|named|called|known|that|which)\b|'|’|-)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TheGroup();

    /// <summary>The parties that a sentence means without their names.</summary>
    /// <param name="start">Where the sentence begins in the article.</param>
    /// <param name="named">Who is named in it.</param>
    internal IReadOnlyList<ActorMention> In(string sentence, int start, IReadOnlyList<ActorMention> named, Antecedents before)
    {
        var found = new List<ActorMention>();
        Add(Civilians(), civilians);
        Add(Rebels(), rebels);
        Add(Loyal(), loyal);
        foreach (var match in TheGroup().Matches(sentence).Where(match => !named.Any(actor => actor.Start < start + match.Index + match.Length && start + match.Index < actor.End)))
        {
            if (Meant(start + match.Index, Acts().IsMatch(sentence[..match.Index]), named, before) is { } meant)
            {
                found.Add(meant with { Text = match.Value, Start = start + match.Index, Length = match.Length });
            }
        }

        return [.. found.OrderBy(one => one.Start)];

        void Add(Regex words, KnownActor? known)
        {
            if (known is not null)
            {
                found.AddRange(words.Matches(sentence).Where(match => !IsNamed(sentence, match, start, named)).Select(match => new ActorMention(match.Value, start + match.Index, match.Length, known.Name, known.Id, known.Kind)));
            }
        }
    }

    /// <summary>Whoever holds a protest of which nobody says so: people; null where the table knows no word for them.</summary>
    internal ActorMention? People(string words, int start) => civilians is null ? null : new ActorMention(words, start, words.Length, civilians.Name, civilians.Id, civilians.Kind);

    [GeneratedRegex(@"\bby $|^\W*(?:\w+,\W*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Acts();

    [GeneratedRegex(@"\bthe (?:\w+ )?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Definite();

    /// <summary>"The X insurgents", and "the rebel factions" behind their names: no others are meant.</summary>
    private static bool IsNamed(string sentence, Match words, int start, IReadOnlyList<ActorMention> named) =>
        named.Any(actor => actor.End <= start + words.Index && sentence[(actor.End - start)..words.Index].Trim().Length == 0)
        || (Definite().IsMatch(sentence[..words.Index]) && named.Any(actor => actor.End <= start + words.Index && Antecedents.IsGroup(actor)));

    /// <summary>The one group named before it in the sentence, else the last one before; where two may be meant, who acts is whom the sentence before began with.</summary>
    private static ActorMention? Meant(int at, bool acts, IReadOnlyList<ActorMention> named, Antecedents before)
    {
        var here = named.Where(actor => actor.End <= at && Antecedents.IsGroup(actor)).DistinctBy(actor => actor.Id ?? actor.Name).ToList();
        return here.Count switch { 0 => acts || before.IsOneGroup ? before.Group : null, 1 => here[0], _ => null };
    }

    private static KnownActor? Called(Lexicon lexicon, string name) => lexicon.Actors.FirstOrDefault(actor => actor.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
