using Map.Core.Events;

namespace Map.Web.Shared.Desk;

/// <summary>A version of the past that somebody wants back.</summary>
/// <param name="Number">Of the last line of the act that left it; 0 for what stood before the first.</param>
/// <param name="Newest">Of the record's last line when they looked: if there are others since, they have not seen what they would put aside.</param>
public sealed record RestoreWish(long Id, long Number, long Newest, string Reason, Guid Request);

/// <summary>What became of it.</summary>
/// <param name="Review">Where it waits for somebody's approval.</param>
public sealed record RestoreOutcome(bool IsDone, long? Review, IReadOnlyList<string> Problems)
{
    public static RestoreOutcome Done(long? review = null) => new(true, review, []);

    public static RestoreOutcome MovedOn(Language lang) => new(false, null, [lang.Say("The record was changed since you looked. Nothing was restored; compare again.", "تغيّر السجل منذ نظرت فيه. لم يُستعد شيء؛ قارن من جديد.")]);

    public static RestoreOutcome Gone(Language lang) => new(false, null, [lang.Say("The record is not there any longer.", "لم يعد السجل موجوداً.")]);

    public static RestoreOutcome Correct(IReadOnlyList<FieldProblem> problems) => new(false, null, [.. problems.Select(problem => problem.Message).Distinct()]);
}

/// <summary>
/// Makes a version of the past the record's next one: by the same draft, the same check and the same rule of review as its form, so that what an editor restores of a public record waits like any change.
/// The record's status stays what it is, and what was erased stays as it stands.
/// </summary>
public interface IRestoresRecords
{
    /// <summary>The table whose records it restores.</summary>
    string Table { get; }

    Task<RestoreOutcome> RestoreAsync(RestoreWish wish, Editor editor, Language lang, CancellationToken cancel = default);
}
