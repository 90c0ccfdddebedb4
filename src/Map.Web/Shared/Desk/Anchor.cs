using Map.Core.Events;
using Map.Core.Time;

namespace Map.Web.Shared.Desk;

/// <summary>What relative dates are counted from: what was typed, else the day a source was published.</summary>
internal static class Anchor
{
    /// <summary>EDTF of words that can be read one way; anything else as it was typed, for the check to refuse.</summary>
    public static string Read(string words) =>
        string.IsNullOrWhiteSpace(words) ? "" : DatePhrase.Read(words, null).Readings is [var only] ? only.Edtf : words.Trim();

    /// <summary>EDTF of the source's publication; blank where there is no source or nothing is known.</summary>
    public static string Of(ISourceAsChosen? claim, NamedThings names)
    {
        var published = claim?.NewSource?.Published ?? names.Source(claim?.SourceId)?.PublishedEdtf ?? "";
        return DatePhrase.Read(published, null).Readings is [var only] ? only.Edtf : "";
    }
}
