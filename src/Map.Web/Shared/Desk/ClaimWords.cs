using System.Globalization;
using Map.Core.Events;
using Map.Core.Time;

namespace Map.Web.Shared.Desk;

/// <summary>What an event's claim holds, field by field, and all of it in one line.</summary>
/// <param name="say">Chooses between English and Arabic words.</param>
/// <param name="names">What sources and speakers are called; null leaves them to their numbers and keys.</param>
internal sealed class ClaimWords(Func<string, string, string> say, NamedThings? names)
{
    /// <summary>Each field by its name in the form, how it is read, and how it is put into another claim.</summary>
    public IReadOnlyList<(string Label, Func<DraftClaim, Held> Read, Action<DraftClaim, DraftClaim> Write)> Parts =>
    [
        (say("about", "عن"), c => About(c), (to, from) => to.Field = from.Field),
        (say("what it says", "ماذا تقول"), c => c.Says.Trim(), (to, from) => to.Says = from.Says),
        (say("what it says, in Arabic", "ماذا تقول، بالعربية"), c => c.SaysAr.Trim(), (to, from) => to.SaysAr = from.SaysAr),
        (say("who says it", "من يقوله"), c => new(Line(Claimant(c), c.ClaimantText), $"{c.ClaimantId}"), (to, from) => (to.ClaimantId, to.ClaimantKey, to.ClaimantText) = (from.ClaimantId, from.ClaimantKey, from.ClaimantText)),
        (say("said on", "قيل في"), c => Day(c.SaidOn), (to, from) => to.SaidOn = from.SaidOn),
        (say("when", "متى"), c => Day(c.When), (to, from) => to.When = from.When),
        (say("where", "أين"), c => new(c.PlaceText.Trim(), c.PlaceKey), (to, from) => (to.PlaceKey, to.PlaceText) = (from.PlaceKey, from.PlaceText)),
        (say("kilometres around it", "كيلومترات حوله"), c => c.RadiusKm.Trim(), (to, from) => to.RadiusKm = from.RadiusKm),
        // Where its words stand in a text goes with the words.
        (say("the source's own words", "كلمات المصدر نفسها"), c => c.Quote.Trim(), (to, from) => (to.Quote, to.ArticleId, to.QuoteStart) = (from.Quote, from.ArticleId, from.QuoteStart)),
        (say("source", "المصدر"), c => new(Source(c), c.SourceId is { } id ? $"#{id}" : c.SourceKey), (to, from) => (to.SourceId, to.SourceKey, to.NewSource) = (from.SourceId, from.SourceKey, from.NewSource)),
        (say("credibility", "المصداقية"), c => Digit(c), (to, from) => to.Credibility = from.Credibility),
        (say("denies that it was so", "تنفي أن يكون ذلك قد وقع"), c => Denies(c), (to, from) => to.Denies = from.Denies),
    ];

    public string Of(DraftClaim c) => Line(About(c), c.Says, c.SaysAr, c.ClaimantText, Claimant(c), c.SaidOn, c.When, c.PlaceText, c.RadiusKm, c.Quote, Source(c), Digit(c), Denies(c));

    public static string Shortened(string words) => words.Length <= 40 ? words : words[..40] + "…";

    private string About(DraftClaim c) => ClaimField.TryGet(c.Field, out var field) ? say(field.English, field.Arabic) : c.Field;

    private string Claimant(DraftClaim c) => names?.Actor(c.ClaimantId)?.Name ?? c.ClaimantKey;

    private string Source(DraftClaim c) => (c.SourceId is { } source ? names?.Source(source)?.Title ?? $"#{source}" : NewSource(c.NewSource)) ?? "";

    private string Denies(DraftClaim c) => c.Denies ? say("denies", "تنفي") : "";

    private static string Digit(DraftClaim c) => c.Credibility.ToString(CultureInfo.InvariantCulture);

    /// <summary>The same day in other words is the same.</summary>
    private static string Day(string typed) => DatePhrase.Read(typed, null).Readings is [var only] ? only.Edtf : typed.Trim();

    private static string Line(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(Apart));

    /// <summary>Words of two scripts in one line keep their order each.</summary>
    private static string Apart(string? part) => $"\u2068{part}\u2069";

    private static string? NewSource(DraftSource? added) => added is null ? null
        : string.Join(", ", new[] { added.Title, added.Outlet, added.Author, added.Url, added.Published, added.Language, added.Reliability, added.Kind, added.Licence }.Where(part => part.Length > 0));
}
