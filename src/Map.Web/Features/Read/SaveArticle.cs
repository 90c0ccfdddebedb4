using System.Security.Cryptography;
using System.Text;
using Map.Core.Events;
using Map.Core.Reading;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Read;

/// <summary>How a save ended: the text kept, or the same text found kept before, or the fields to correct.</summary>
public sealed record ArticleOutcome(long? Id, long? Known, IReadOnlyList<FieldProblem> Problems);

/// <summary>Keeps a pasted text on the desk, once, and takes it away again. It is shown to editors alone.</summary>
public sealed class SaveArticle(WriteGate gate, TimeProvider clock)
{
    /// <param name="requestId">Made once when the button is pressed; a repeated press or a retry with it saves once.</param>
    public Task<ArticleOutcome> RunAsync(PastedArticle pasted, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default) =>
        gate.RunAsync(editor.Writes("", requestId) with { Target = "a pasted text" }, db => SaveAsync(db, pasted, arabic, cancel), cancel);

    /// <summary>False where it is not there any longer. What was recorded from it stays.</summary>
    public Task<bool> RemoveAsync(long id, Editor editor, string why, Guid requestId) =>
        gate.RunAsync(editor.Writes(why, requestId) with { Act = "delete", Target = $"pasted text {id}" }, async db =>
        {
            if (await db.Articles.FindAsync(id) is not { DeletedAt: null } row) { return false; }
            row.DeletedAt = clock.GetUtcNow().UtcDateTime;
            return true;
        });

    private async Task<ArticleOutcome> SaveAsync(MapDb db, PastedArticle pasted, bool arabic, CancellationToken cancel)
    {
        var names = await KnownNames.ForAsync(db, MentionsOf(pasted), cancel);
        var problems = pasted.Check(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), names.HasSource, arabic);
        if (problems.Count > 0) { return new(null, null, problems); }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pasted.Text)));
        if (await db.Articles.Where(row => row.Sha256 == hash && row.DeletedAt == null).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancel) is { } known) { return new(null, known, []); }

        var published = pasted.ReadPublished();
        var source = names.Source(pasted.SourceId, pasted.SourceKey) ?? AddedSource.RowOf(pasted.NewSource!, null);
        var row = new ArticleRow { Title = source.Title, Text = pasted.Text, Sha256 = hash, PublishedEdtf = published?.Edtf, Source = source };
        db.Articles.Add(row);
        await db.SaveChangesAsync(cancel);
        return new(row.Id, null, []);
    }

    internal static Mentions MentionsOf(PastedArticle pasted) => new([], [], [(pasted.SourceId, pasted.SourceKey)]);
}
