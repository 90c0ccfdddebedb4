using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Shared;

namespace Map.Web.Features.Explore;

/// <summary>Everything that was claimed about one field of an event, in the order it was said.</summary>
/// <param name="Field">event, attribution, date, place, figures or motive.</param>
public sealed record ClaimGroup(string Field, IReadOnlyList<ClaimRow> Claims)
{
    /// <summary>Number of the first claim. Numbers run on over all tables of a card, so that one on the map means one claim.</summary>
    public int FirstNumber { get; private init; } = 1;

    /// <summary>More than one account of one question: they are set side by side, whether they agree or not.</summary>
    public bool IsSeveral => Claims.Count >= Dispute.Accounts;

    /// <summary>Fields in the order a reader asks; layers/chosen.ts numbers the areas on the map in the same order.</summary>
    private static readonly string[] Order = ["attribution", "event", "date", "place", "figures", "motive"];

    /// <summary>Claims by field; inside one, by the day they were said, then by claimant. Nobody is put first for rank.</summary>
    public static IReadOnlyList<ClaimGroup> Of(IEnumerable<ClaimRow> claims)
    {
        var next = 1;
        return [.. claims.GroupBy(claim => claim.Field)
            .Select(group => new ClaimGroup(group.Key, [.. group
                .OrderBy(SaidBy)
                .ThenBy(Claimant, StringComparer.Ordinal).ThenBy(claim => claim.Position)]))
            .OrderBy(group => Array.IndexOf(Order, group.Field) is var at && at < 0 ? Order.Length : at)
            .Select(group =>
            {
                if (!group.IsSeveral) { return group; }
                var first = next;
                next += group.Claims.Count;
                return group with { FirstNumber = first };
            })];
    }

    /// <summary>The day by which it was certainly said: "August 2023" comes after 3 August.</summary>
    private static int SaidBy(ClaimRow claim) => EdtfText.TryParse(claim.SaidEdtf, out var said, out _) ? said.LatestDay : Days.OpenEnd;

    public static string Claimant(ClaimRow claim) => claim.Claimant?.Name ?? claim.ClaimantText ?? claim.Source.Outlet ?? claim.Source.Title;

    public static string Claimant(ClaimRow claim, Language language) =>
        claim.Claimant is { } actor ? language.Name(actor.Name, actor.NameAr) : Said(Claimant(claim), language);

    /// <summary>A claimant that is described, not named, in the reader's language where the description is one this project itself writes.</summary>
    public static string Said(string claimant, Language language) => claimant switch
    {
        "the article's author" or "the article’s author" => language.Say("the article’s author", "كاتب المقال"),
        PublicRows.UnnamedClaimant => language.Say(PublicRows.UnnamedClaimant, "شخص لا يُسمّى هنا"),
        _ => claimant,
    };

    public static Grade GradeOf(ClaimRow claim) => new(
        claim.Source.Reliability is [>= 'A' and <= 'F'] ? claim.Source.Reliability[0] : 'F',
        claim.Credibility is >= 1 and <= 6 ? claim.Credibility : 6);

    /// <summary>"Who did it? 3 accounts".</summary>
    public string Question(Language language) => Field switch
    {
        "attribution" => language.Say("Who did it?", "من الفاعل؟"),
        "date" => language.Say("When?", "متى؟"),
        "place" => language.Say("Where?", "أين؟"),
        "figures" => language.Say("How many?", "كم العدد؟"),
        "motive" => language.Say("Why?", "لماذا؟"),
        _ => language.Say("What happened?", "ماذا حدث؟"),
    };

    /// <summary>Do the accounts confirm each other? Only accounts that came by different ways can.</summary>
    public string Independence(Language language)
    {
        var sources = Claims.Select(claim => claim.SourceId).Distinct().Count();
        if (sources == 1)
        {
            return Claims.Count == 2
                ? language.Say("Both claims reach us through one source, so they do not confirm each other.", "وصلنا الادعاءان عبر مصدر واحد، فلا يؤكد أحدهما الآخر.")
                : language.Say($"All {Number(Claims.Count)} claims reach us through one source, so they do not confirm each other.",
                    "وصلتنا الادعاءات كلها عبر مصدر واحد، فلا يؤكد بعضها بعضاً.");
        }
        if (sources == Claims.Count)
        {
            return language.Say("Each claim reaches us through a source of its own. Whether those sources drew on one another is not known.",
                "وصلنا كل ادعاء عبر مصدر خاص به. ولا يُعرف هل نقلت هذه المصادر بعضها عن بعض.");
        }
        var shared = Claims.Select((claim, index) => (claim.SourceId, Number: FirstNumber + index)).GroupBy(c => c.SourceId).First(g => g.Count() > 1);
        var numbers = string.Join(language.Say(" and ", " و"), shared.Select(c => c.Number));
        return language.Say($"Claims {numbers} reach us through one source, so they do not confirm each other.", $"وصلتنا الادعاءات {numbers} عبر مصدر واحد، فلا يؤكد بعضها بعضاً.");
    }

    private static string Number(int number) => number switch { 3 => "three", 4 => "four", 5 => "five", 6 => "six", 7 => "seven", 8 => "eight", 9 => "nine", _ => $"{number}" };
}
