using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>A report as it was pasted, with the source it is; nothing in it is trusted before <see cref="Check"/>.</summary>
public sealed class PastedArticle : ISourceAsChosen
{
    /// <summary>Longest text, in characters: about forty printed pages.</summary>
    public const int LongestText = 100_000;

    public string Text { get; set; } = "";

    /// <summary>When it was published, in words or EDTF, where a known source is chosen: "on Monday" is counted from there. Blank = unknown. A source added in place says it itself.</summary>
    public string Published { get; set; } = "";
    public long? SourceId { get; set; }
    public string SourceKey { get; set; } = "";
    public DraftSource? NewSource { get; set; }

    /// <summary>Takes a text, or a web page's article with the day it says it was published on.</summary>
    public void Take(string words)
    {
        var page = HtmlArticle.IsHtml(words) ? HtmlArticle.Of(words) : null;
        Text = (page?.Text ?? words).ReplaceLineEndings("\n").Trim();
        if (page?.Published is { } day)
        {
            DateFrom(day.Edtf);
        }
    }

    /// <summary>Takes a day for its date unless one is typed.</summary>
    public void DateFrom(string edtf)
    {
        if (!string.IsNullOrWhiteSpace(PublishedAsTyped))
        {
            return;
        }

        if (NewSource is { } added)
        {
            added.Published = edtf;
        }
        else
        {
            Published = edtf;
        }
    }

    /// <summary>The one span meant; null while there is none.</summary>
    public DateSpan? ReadPublished() => string.IsNullOrWhiteSpace(PublishedAsTyped) || DatePhrase.Read(PublishedAsTyped, null).Readings is not [var only] ? null : only;

    private string PublishedAsTyped => NewSource?.Published ?? Published;

    /// <summary>Everything that stands in the way of keeping it, in the order of the form. Never throws.</summary>
    /// <param name="sourceExists">Whether a source has this id (or null) and key (or ""); null is not asked.</param>
    public IReadOnlyList<FieldProblem> Check(DateOnly today, Func<long?, string, bool>? sourceExists = null, bool arabic = false)
    {
        var found = new FoundProblems(today, arabic);
        if (string.IsNullOrWhiteSpace(Text))
        {
            found.Add("Text", "There is no text yet. Paste the report, or choose its file.", "لا نص بعد. ألصق التقرير أو اختر ملفه.");
        }

        found.Text("Text", Text, "The text", LongestText, manyLines: true);
        var known = SourceId is not null || SourceKey.Length > 0;
        if (!known && NewSource is null)
        {
            found.Add("SourceId", "No source is chosen. Choose the report's, or add it: each event read here will cite it.", "لم يُختر مصدر. اختر مصدر التقرير أو أضفه: يستشهد به كل حدث يُقرأ هنا.");
        }
        else if (known && sourceExists?.Invoke(SourceId, SourceKey) == false)
        {
            found.Add("SourceId", "The chosen source is no longer there. Choose another.", "لم يعد المصدر المختار موجوداً. اختر غيره.");
        }
        else if (NewSource is { } added)
        {
            SourceCheck.Run(found, "NewSource", added);
        }

        if (NewSource is null)
        {
            found.Date("Published", Published, anchor: null);
        }

        return found.All;
    }
}
