using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>Joins what somebody denies to the draft event that was told before, or in the same sentence: a denial is no event, it is a claim about one.</summary>
internal static partial class DraftDenials
{
    /// <summary>Drafts further back than this paragraph and the one before are another matter.</summary>
    private const int Reach = 1;

    /// <summary>Between a sentence and the next.</summary>
    private const int MostBlanks = 3;

    [GeneratedRegex(@"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing)|(?:reject|dismiss)(?:s|es|ed|ing)? (?:the |all |these |those |such |any )?(?:claims?|accusations?|allegations?|reports?|charges?))\b(?<what>[^;]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Denies();

    /// <summary>What can be denied; "denied them entry" and "denies the group its supplies" deny nothing that was said.</summary>
    [GeneratedRegex(@"^\W*(?:$|that\b|this\b|it\b|all\b|these\b|those\b|such\b|having\b|being\b|\w+ing\b|any (?:role|involvement|responsibility|part|link|links|connection|knowledge)\b|(?:responsibility|involvement)\b|but\b|and\b|(?:the|[\wለሐሀ]+(?:'s?)?) (?:\w+ )?(?:claims?|accusations?|allegations?|reports?|charges?|accounts?|attacks?|strikes?|shelling|killings?|arrests?|raids?|bombings?|massacre|assassination)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsSaid();

    [GeneratedRegex("^(?:reject|dismiss)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamesTheClaim();

    [GeneratedRegex(@"(?:^|[,;]\W*)(?:\w+\W+){0,2}?(?<who>it|they|he|she|the (?:group|movement|organi[sz]ation|faction|army|government))(?:\W+(?:has|have|had|later|also|\w+ly))*\W+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    /// <summary>"The X of Y (Z) has issued a statement refuting": X speaks.</summary>
    [GeneratedRegex(@"^\W*(?:the\W+)?(?<who>[ለሐ]+)(?:\W+[ለሐ]+)*(?:\W+of\W+(?:the\W+)?[ለሐ]+(?:\W+[ለሐ]+)*)?(?:\W*\([ለሐ\W]+\))?\W+(?:(?:has|have|had|also|later|\w+ly)\W+)*(?:(?:issued|released|published)\W+an?\W+statement\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SubjectFirst();

    [GeneratedRegex(@"^\W*that\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SaysWhat();

    /// <summary>What the nouns of a denial speak of: "that its aircraft had taken part".</summary>
    private static readonly (Regex Words, string[] Types)[] Nouns =
    [
        (Of(@"(?:air\s?)?(?:raids?|strikes?)|bomb(?:ed|ing|ings|ardment)|shell(?:ed|ing)|aircraft|(?:war)?planes?|jets?|guns?|artillery|rockets?|missiles?|drones?"), ["strike"]),
        (Of("attack(?:s|ed|ing)?"), ["strike", "explosion", "clash"]),
        (Of(@"kill(?:ed|ing|ings)?|deaths?|murder(?:ed|s)?|assassinat\w+|execut\w+|shot"), ["killing"]),
        (Of(@"arrest(?:s|ed|ing)?|det(?:ain\w*|ention)|kidnap\w*|abduct\w*|holding"), ["detention"]),
    ];

    /// <summary>Notes the sentence's denial, if it has one, in the draft it denies.</summary>
    /// <param name="told">The drafts so far, those of this sentence included.</param>
    /// <param name="before">Whom "it" and "they" may mean.</param>
    public static void Join(DraftSentence sentence, List<ToldDraft> told, Antecedents before)
    {
        if (Denies().Match(sentence.Masked) is not { Success: true } found || !(NamesTheClaim().IsMatch(found.Value) || IsSaid().IsMatch(found.Groups["what"].Value)) || Denier(sentence, found.Index, before) is not { } denier)
        {
            return;
        }

        var types = DraftWords.Rules.Where(rule => rule.Words.IsMatch(found.Groups["what"].Value)).Select(rule => rule.Type)
            .Concat(Nouns.Where(noun => noun.Words.IsMatch(found.Groups["what"].Value)).SelectMany(noun => noun.Types)).ToHashSet();
        var near = Enumerable.Range(0, told.Count).Reverse().Where(i => told[i].Sentence.Sentence.Paragraph >= sentence.Sentence.Paragraph - Reach && told[i].Draft.Type != "statement").ToList();
        var at = First(near, i => types.Contains(told[i].Draft.Type)) ?? (types.Count > 0 ? null : First(near, i => told[i].Draft.Actors.Any(one => IsSame(one.Actor, denier.Actor))))
            // "Denied this": what the sentence before told, or this one.
            ?? (types.Count == 0 && !SaysWhat().IsMatch(found.Groups["what"].Value) ? First(near, i => IsNext(sentence, told[i].Sentence.Sentence)) : null);
        if (at is { } index && !IsSame(told[index].Draft.Claimant?.Actor, denier.Actor))
        {
            var draft = told[index].Draft;
            told[index].Draft = draft with { Denials = [.. draft.Denials, new DraftDenial(sentence.Text, sentence.Sentence.Start, sentence.Sentence.Length, denier)] };
        }
    }

    private static DraftClaimant? Denier(DraftSentence sentence, int verb, Antecedents before)
    {
        var words = sentence.Masked[..verb];
        if (Pronoun().Match(words) is { Success: true } pronoun && before.Of(pronoun.Groups["who"].Value) is { } meant)
        {
            return new DraftClaimant(meant.Text, meant);
        }

        if (SubjectFirst().Match(words) is { Success: true } first && sentence.Actors.FirstOrDefault(actor => actor.Start == sentence.Sentence.Start + first.Groups["who"].Index) is { } subject)
        {
            return new DraftClaimant(subject.Text, subject);
        }

        return (words.TrimEnd() is [.., ','] aside ? DraftClaims.Subject(sentence, aside.Length - 1) : null) ?? DraftClaims.Named(sentence, 0, verb);
    }

    private static Regex Of(string words) => new(@"\b(?:" + words + @")\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static bool IsNext(DraftSentence sentence, Sentence from) =>
        from.Start == sentence.Sentence.Start || (from.Paragraph == sentence.Sentence.Paragraph && sentence.Sentence.Start - from.End is >= 0 and <= MostBlanks);

    private static bool IsSame(ActorMention? one, ActorMention? other) => one is not null && other is not null && (one.Id ?? one.Name) == (other.Id ?? other.Name);

    private static int? First(List<int> near, Func<int, bool> fits) => near.Where(fits).Select(i => (int?)i).FirstOrDefault();
}
