namespace Map.Core.Events;

internal sealed class DraftCheck(EventDraft draft, DraftContext context)
{
    public IReadOnlyList<FieldProblem> Run() { _ = draft; _ = context; return []; }
}
