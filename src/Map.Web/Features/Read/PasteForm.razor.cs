using System.Text;
using Map.Core.Events;
using Map.Core.Reading;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Map.Web.Features.Read;

/// <summary>A report is pasted or chosen as a file, and its source is named; then it is read.</summary>
public sealed partial class PasteForm
{
    /// <summary>Largest file that is fetched, in bytes: web pages carry far more than their article.</summary>
    private const long LargestFile = 5_000_000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private long? known;
    private string? fileRefusal, fileNews;

    [Inject] private SaveArticle Save { get; set; } = null!;

    protected override string FormName => "article-new";
    private string Heading => Lang.Say("Read a report", "قراءة تقرير");

    protected override Task LoadAsync() => UseAsync(new PastedArticle());

    protected override IReadOnlyList<FieldProblem> Check(PastedArticle draft) => draft.Check(Today, arabic: Lang.IsArabic);

    protected override Mentions MentionsOf(PastedArticle draft) => SaveArticle.MentionsOf(draft);

    protected override Task OpenedAsync() => Form!.FocusAsync("Text").AsTask();

    protected override Task FollowAsync()
    {
        (known, fileRefusal, fileNews) = (null, null, null);
        // The day of a page that was read before its source was named, or of a known source.
        Draft.DateFrom(Draft.NewSource is null ? Anchor.Of(Draft, Form!.Names) : Draft.Published);
        Form!.Check();
        return Task.CompletedTask;
    }

    /// <summary>What the browser says of a PDF, "scanned|report.pdf": it reads it itself, and puts its words into the field.</summary>
    private void HearOfPdf(ChangeEventArgs told)
    {
        if ((told.Value as string)?.Split('|', 2) is not [var what, var name]) { return; }
        (fileRefusal, fileNews) = what switch
        {
            "reading" => (null, Lang.Say($"Reading “{name}” in your browser…", $"تجري قراءة «{name}» في متصفحك…")),
            "read" => (null, Lang.Say($"The words of “{name}” are in the field. Look over them: columns and tables may have come apart.", $"كلمات «{name}» في الحقل. راجعها: قد تكون الأعمدة والجداول اختلطت.")),
            "too-large" => (Lang.Say($"“{name}” is too large: 20 MB and 200 pages are the most. Print the article's pages alone into a PDF, or paste its text.", $"«{name}» كبير جداً: الحد 20 ميغابايت و200 صفحة. اطبع صفحات المقال وحدها في ملف PDF أو ألصق نصه."), null),
            "too-long" => (Lang.Say($"“{name}” holds more than {PastedArticle.LongestText:#,##0} characters. Paste the article's text alone.", $"في «{name}» أكثر من {PastedArticle.LongestText:#,##0} حرف. ألصق نص المقال وحده."), null),
            "encrypted" => (Lang.Say($"“{name}” asks for a password. Open it where you have that, and paste its text.", $"«{name}» محمي بكلمة مرور. افتحه حيث تملكها وألصق نصه."), null),
            "scanned" => (Lang.Say($"“{name}” holds pictures of pages and no text. Paste the text from where it is written.", $"في «{name}» صور صفحات بلا نص. ألصق النص من حيث كُتب."), null),
            _ => (Lang.Say($"“{name}” cannot be read as a PDF. Paste the article's text.", $"تعذرت قراءة «{name}» ملفَ PDF. ألصق نص المقال."), (string?)null),
        };
    }

    private async Task ReadFileAsync(InputFileChangeEventArgs chosen)
    {
        (fileRefusal, fileNews) = (null, null);
        if (chosen.File.Size > LargestFile)
        {
            fileRefusal = Lang.Say($"“{chosen.File.Name}” has {chosen.File.Size:#,##0} bytes; {LargestFile:#,##0} are the most. Paste the article's text.", $"حجم «{chosen.File.Name}» {chosen.File.Size:#,##0} بايت؛ الحد {LargestFile:#,##0}. ألصق نص المقال.");
            return;
        }
        using var bytes = new MemoryStream();
        await using (var stream = chosen.File.OpenReadStream(LargestFile, Gone)) { await stream.CopyToAsync(bytes, Gone); }
        try
        {
            Draft.Take(Strict.GetString(bytes.ToArray()).TrimStart('\uFEFF'));
            await Form!.LeaveAsync("Text");
        }
        catch (DecoderFallbackException)
        {
            fileRefusal = Lang.Say($"“{chosen.File.Name}” is not a text in UTF-8. Open it where it was written, and paste its words here.", $"ليس «{chosen.File.Name}» نصاً بترميز UTF-8. افتحه حيث كُتب وألصق كلماته هنا.");
        }
    }

    private Task SaveAsync() => TrySaveAsync(async now =>
    {
        var outcome = await Save.RunAsync(Draft, now, Request, Lang.IsArabic, Gone);
        known = outcome.Known;
        if (outcome.Problems.Count > 0) { await RefuseAsync(outcome.Problems); }
        if (outcome.Id is not { } id) { return; }
        await ForgetAsync();
        // The whole page anew: this one holds a form that is done with.
        Leave(Lang.Link($"/desk/read/{id}"));
    });
}
