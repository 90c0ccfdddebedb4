using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>A sentence with what was found in it.</summary>
internal sealed class DraftSentence
{
    public DraftSentence(ArticleText article, Sentence sentence, IReadOnlyList<PlaceMention> places, IReadOnlyList<DateMention> dates, IReadOnlyList<ActorMention> actors, IReadOnlyList<FigureMention> figures)
    {
        Sentence = sentence;
        Text = article.Between(sentence.Start, sentence.End);
        Places = Inside(places);
        Dates = Inside(dates);
        Actors = Inside(actors);
        Figures = Inside(figures);
        Masked = Mask();
    }

    public Sentence Sentence { get; }
    public string Text { get; }

    /// <summary>The text with each letter of a name or a date replaced, letter for letter, and white space and apostrophes plain.</summary>
    public string Masked { get; }

    public IReadOnlyList<PlaceMention> Places { get; }
    public IReadOnlyList<DateMention> Dates { get; }
    public IReadOnlyList<ActorMention> Actors { get; }
    public IReadOnlyList<FigureMention> Figures { get; }

    /// <summary>The parties it means without their names; its words are not masked there.</summary>
    public IReadOnlyList<ActorMention> StandIns { get; set; } = [];

    /// <summary>True where it says who, where, when or how many: without any of them nothing can be entered.</summary>
    public bool IsGrounded => Places.Count + Dates.Count + Actors.Count + Figures.Count > 0;

    private List<T> Inside<T>(IReadOnlyList<T> mentions) where T : Mention =>
        [.. mentions.Where(mention => mention.Start >= Sentence.Start && mention.End <= Sentence.End)];

    private string Mask()
    {
        var letters = Text.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter == '’' ? '\'' : letter).ToArray();
        foreach (var actor in Actors)
        {
            Fill(letters, actor, actor.Kind == "person" ? DraftWords.PersonMask : DraftWords.GroupMask);
        }

        foreach (var place in Places)
        {
            Fill(letters, place, DraftWords.PlaceMask);
        }

        foreach (var date in Dates)
        {
            Fill(letters, date, DraftWords.DateMask);
        }

        return new string(letters);
    }

    private void Fill(char[] letters, Mention mention, char mask) =>
        Array.Fill(letters, mask, mention.Start - Sentence.Start, mention.Length);
}

/// <summary>Words of a sentence that tell an event.</summary>
/// <param name="At">In the sentence.</param>
internal sealed record Telling(string Type, int At, int Length)
{
    public int End => At + Length;

    /// <summary>True for a name of what happened ("the shelling"), false for a verb.</summary>
    public bool IsNoun { get; init; }
}

/// <summary>Finds what a sentence tells, leaves aside what has not happened or was told before, and settles which of several words for one happening counts.</summary>
internal static partial class Tellings
{
    [GeneratedRegex(@"\b(?:will|would|could|may|might|should|must|can|cannot|can't|shall|if|unless|whether|not|never|no|nor|without|didn't|hasn't|haven't|doesn't|isn't|wasn't|plans?|planned|planning|intends?|intended|threaten(?:s|ed|ing)?|threat|threats|vow(?:s|ed)|promised|wants?|wanted|seeks?|sought|hopes?|hoped|refus(?:es|ed)|fail(?:s|ed) to|prevent(?:s|ed|ing)?|attempts?|attempted|attempting|trying|tried|aims?|aimed|expected|likely|possible|possibly|potential|future|upcoming|coming|risk of|fear of|fears of|capable of|rejects any|calls? for|called for|calling for|demand(?:s|ed|ing)?|ability to|order to|at imminent risk of)(?:[^\w,;]+\w+){0,3}?[^\w,;]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotYet();

    [GeneratedRegex(@"\b(?:to|rather than|instead of|away from|against)\W+(?:\w+ly\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"\b(?:those|all|anyone|everyone)\W+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Those();

    [GeneratedRegex(@"\b(?:the|this|these|those|that|such|his|her|its|their|any|of|more|further|other|similar|ahead of)\W+(?:(?:failed|recent|latest|alleged|mass|same|very|deserted|brutal|constant|repeated|successive|\w+ed|\w+ing|suicide|opposition)\W+){0,2}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ToldBefore();

    /// <summary>Attackers who get away are part of the attack.</summary>
    [GeneratedRegex(@"\b(?:kill|shot|attack|fire|storm|explo|bomb|rob|stab|assassin)\w*\b.*\b(?:and|before)\W+(?:then\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AndThen();

    [GeneratedRegex("^(?:protest|demonstrat)ors$|^protesters$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Protesters();

    [GeneratedRegex(@"\b(?:on|at|against|among|of|upon|arrested|detained|beat|killed)\W+(?:(?:the|unarmed|peaceful|some|several|anti-\w+)\W+){0,2}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ToProtesters();

    [GeneratedRegex("^(?:fled|fleeing|escaped)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Flight();

    [GeneratedRegex(@"\b(?:for (?:the|an?)|(?:protest|protests|anger|outrage|response|retaliation|revenge|demonstration) (?:at|over|against|for|to)(?: the| recent)?|(?:backed|supported) by(?:\W+\w+)?)\W+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex For();

    [GeneratedRegex(@"^\W+(?:of|against|by|in|on|near|between|at|that|which|with|the)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SaysMore();

    [GeneratedRegex(@"^(?:arrests?|strikes?|air\s?strikes?|air raids?|bombardment|shelling|bombing|explosions?|blasts?|assassinations?|executions?|killings?|murders?|protests?|protesters|protestors|demonstrations?|demonstrators|rally|rallies|sit-ins?|clash(?:es)?|fire\s?fights?|withdrawals?|retreats?|retreat|defections?|merger|ambush(?:es)?|amnesty|build-up|security campaigns?|suicide (?:attacks?|bombers?)|car bombs?|evacuations?|relocation|kidnapping|abduction|skirmish(?:es)?|the deaths? of|deaths? of|ongoing offensive|infighting|displaced|redeployment)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsNoun();

    [GeneratedRegex(@"\b(?:said|told|says|saw|announced|reported|broke out|erupted|took place|occurred|killed|killing|followed|hit|began|included|includes|launched|carried out|conducted|held|staged|witnessed|begun|claim|counted|recorded|suffered|flared|between|blocked|linked|was followed by|surge in|spate of|series of|wave of|have hit|hit the)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Carries();

    /// <summary>Characters looked at in front of a telling word.</summary>
    private const int WordsBefore = 160;

    /// <summary>Characters; what is longer is a list or a table and no sentence.</summary>
    public const int LongestSentence = 3000;

    public static List<Telling> In(DraftSentence sentence)
    {
        var found = new List<Telling>();
        if (sentence.Masked.Length > LongestSentence)
        {
            return found;
        }

        foreach (var (type, words) in DraftWords.Rules)
        {
            foreach (Match match in words.Matches(sentence.Masked))
            {
                if (Happened(sentence.Masked, match))
                {
                    found.Add(new Telling(type, match.Index, match.Length) { IsNoun = IsNoun().IsMatch(match.Value) });
                }
            }
        }

        found.RemoveAll(one => IsCountedUp(sentence, one));
        if (found.Count == 0 && sentence.Actors.Count > 0 && sentence.Dates.Count + sentence.Places.Count > 0
            && DraftWords.AnnouncedAlone.Match(sentence.Masked) is { Success: true } alone && Happened(sentence.Masked, alone))
        {
            found.Add(new Telling("statement", alone.Index, alone.Length));
        }

        return Settled(sentence, found);
    }

    [GeneratedRegex(@"\b(?:since|in total|in the whole of|a total of|altogether|over the (?:past|last)|this year)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CountsUp();

    [GeneratedRegex(@"\b(?:have|has|had) been\W+(?:\w+ly\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HaveBeen();

    [GeneratedRegex(@"\b(?:has|have|had)\W+(?:documented|counted|recorded|registered|verified)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HasCounted();

    /// <summary>"Since January 300 people have been killed" is a count of many events.</summary>
    private static bool IsCountedUp(DraftSentence sentence, Telling one) =>
        sentence.Figures.Count > 0 && CountsUp().IsMatch(sentence.Text)
        && (HasCounted().IsMatch(sentence.Masked[..one.At]) || (!one.IsNoun && HaveBeen().IsMatch(sentence.Masked[..one.At])));

    /// <summary>What somebody denies has been told before, or has not happened.</summary>
    [GeneratedRegex(@"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed) (?:claims|reports|allegations|accusations)|reject(?:s|ed) (?:claims|reports|allegations|accusations))\b[^;:]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Denied();

    private static bool Happened(string text, Match match)
    {
        var clause = match.Index == 0 ? 0 : text.LastIndexOfAny([';', ':', '.'], match.Index - 1) + 1;
        var before = text[Math.Max(clause, match.Index - WordsBefore)..match.Index];
        if (NotYet().IsMatch(before) || (Purpose().IsMatch(before) && !match.Value.Contains(' ', StringComparison.Ordinal)))
        {
            return false;
        }

        if (Denied().IsMatch(before) && !OwnClause().IsMatch(before))
        {
            return false;
        }

        if (Those().IsMatch(before))
        {
            return false;
        }

        if (Protesters().IsMatch(match.Value) && ToProtesters().IsMatch(before))
        {
            return false;
        }

        if (Flight().IsMatch(match.Value) && AndThen().IsMatch(before))
        {
            return false;
        }

        if (!IsNoun().IsMatch(match.Value))
        {
            return true;
        }

        var after = text[(match.Index + match.Length)..];
        return !For().IsMatch(before) && (SaysMore().IsMatch(after) || (!ToldBefore().IsMatch(before) && (Carries().IsMatch(text) || text.Contains(DraftWords.DateMask))));
    }

    /// <summary>One happening, one telling: deaths belong to the strike, the attack to the killing of a named person, words inside others to those, whoever was captured to the arrest.</summary>
    private static List<Telling> Settled(DraftSentence sentence, List<Telling> found)
    {
        var kept = found.OrderByDescending(one => one.Length).ThenBy(one => one.At).ToList();
        kept.RemoveAll(one => one.Type == "clash" && kept.Any(other => other.Type is "strike" or "explosion" && other.At < one.End && one.At < other.End));
        kept.RemoveAll(one => one.Type == "control-change" && kept.Any(other => other.Type == "detention" && other.At == one.At));
        kept = [.. kept.Where((one, i) => !kept.Take(i).Any(other => one.At >= other.At && one.End <= other.End))];
        // What somebody had done before is told beside what happens.
        if (kept.Any(one => !IsBackground(sentence, one)))
        {
            kept.RemoveAll(one => IsBackground(sentence, one));
        }

        bool Has(params string[] types) => kept.Any(one => types.Contains(one.Type));
        var aimed = kept.Any(one => one.Type == "killing" && IsAimed(sentence, one));
        if (Has("strike", "explosion"))
        {
            kept.RemoveAll(one => (one.Type == "killing" && !IsDeathOfItsOwn(sentence, one)) || (one.Type == "clash" && !kept.Any(other => other.Type is "strike" or "explosion" && ArePartedBy(sentence, one, other))));
        }
        else if (aimed)
        {
            kept.RemoveAll(one => one.Type == "clash" && !kept.Any(other => other.Type == "killing" && one.At < other.At && Follows().IsMatch(sentence.Masked[one.End..other.At])));
        }
        else if (Has("clash"))
        {
            kept.RemoveAll(one => one.Type == "killing");
        }

        if (Has("strike"))
        {
            kept.RemoveAll(one => one.Type == "explosion");
        }

        return [.. kept.OrderBy(one => one.At)];
    }

    [GeneratedRegex(@"\bwho (?:had|has|have)\W+(?:\w+ly\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WhoHad();

    private static bool IsBackground(DraftSentence sentence, Telling one) => WhoHad().IsMatch(sentence.Masked[..one.At]);

    [GeneratedRegex(@"\b(?:and|while|then)\b|;", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Parting();

    /// <summary>"Clashes broke out after somebody was shot": two happenings, the later told first.</summary>
    [GeneratedRegex(@"\b(?:after|following)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Follows();

    /// <summary>"He denied this, but …".</summary>
    [GeneratedRegex(@"\bden\w+\b.*\b(?:but|while|although|though|after|when)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnClause();

    /// <summary>A death behind a semicolon with a date of its own: somebody died of his wounds three days later.</summary>
    private static bool IsDeathOfItsOwn(DraftSentence sentence, Telling killing) =>
        sentence.Masked.LastIndexOf(';', killing.At) is var parted and > 0 && sentence.Masked.AsSpan(parted).Contains(DraftWords.DateMask);

    private static bool ArePartedBy(DraftSentence sentence, Telling one, Telling other)
    {
        var (first, second) = one.At < other.At ? (one, other) : (other, one);
        return first.End < second.At && Parting().IsMatch(sentence.Masked[first.End..second.At]);
    }

    [GeneratedRegex("assassin|execut|shot|gunned|behead|murder|eliminat|death of", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Aimed();

    private static bool IsAimed(DraftSentence sentence, Telling killing) =>
        Aimed().IsMatch(sentence.Masked.AsSpan(killing.At, killing.Length)) || sentence.Masked.Contains(DraftWords.PersonMask);
}
