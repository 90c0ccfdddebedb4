using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>A source added in place, as the row it becomes.</summary>
internal static class AddedSource
{
    /// <param name="anchor">What relative words for its publication are counted from.</param>
    public static SourceRow RowOf(DraftSource typed, DateSpan? anchor) => new()
    {
        Key = $"desk-{Guid.NewGuid():N}",
        Status = IRestedOn.Added,
        Title = typed.Title.Trim(),
        Outlet = Blank(typed.Outlet),
        Author = Blank(typed.Author),
        Url = Blank(typed.Url),
        PublishedEdtf = DatePhrase.Read(typed.Published, anchor).Readings is [var only] ? only.Edtf : null,
        Language = Blank(typed.Language),
        Reliability = typed.Reliability,
        Kind = typed.Kind,
        Licence = Blank(typed.Licence),
    };

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
