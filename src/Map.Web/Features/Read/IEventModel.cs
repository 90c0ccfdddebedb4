using Map.Core.Reading;

namespace Map.Web.Features.Read;

/// <summary>What a language model was asked, and what came of it.</summary>
/// <param name="Answer">Null where nothing usable came.</param>
/// <param name="Problem">What went wrong: for the editor, in English as machines say it.</param>
public sealed record ModelOutcome(ModelAnswer? Answer, string? Problem);

/// <summary>Something that proposes events beside the rules. None is there unless it is configured, and it is asked only when an editor presses the button.</summary>
public interface IEventModel
{
    /// <param name="read">What the rules have proposed: it is not proposed again.</param>
    Task<ModelOutcome> ProposeAsync(string text, IReadOnlyList<DraftMention> read, CancellationToken cancel);
}
