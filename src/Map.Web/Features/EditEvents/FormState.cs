using Map.Core.Events;

namespace Map.Web.Features.EditEvents;

/// <summary>The draft on the desk, and what may be said against it by now: a field is not corrected before it is left.</summary>
public sealed class FormState(EventDraft draft, Func<EventDraft, IReadOnlyList<FieldProblem>> check)
{
    private readonly HashSet<string> left = [];
    private readonly Dictionary<string, Func<ValueTask>> focus = [];
    private List<FieldProblem> refused = [];
    private IReadOnlyList<FieldProblem> found = [];
    private bool all;

    public EventDraft Draft { get; private set; } = draft;

    public NamedThings Names { get; } = new();

    /// <summary>Set by the form: checks, keeps and draws again after each change.</summary>
    public Func<Task> Changed { get; set; } = () => Task.CompletedTask;

    /// <summary>Everything that stands in the way and may be said, in the order of the form.</summary>
    public IReadOnlyList<FieldProblem> Problems => [.. refused.Where(p => found.All(f => f.Field != p.Field)).Concat(found.Where(p => all || IsLeft(p.Field)))];

    public string? ProblemOf(params string?[] paths) => Problems.FirstOrDefault(p => paths.Contains(p.Field))?.Message;

    /// <summary>A field was changed and left.</summary>
    public Task LeaveAsync(string path)
    {
        left.Add(path);
        refused.RemoveAll(p => p.Field == path);
        return ChangeAsync();
    }

    /// <summary>Something changed that is not to be corrected yet.</summary>
    public Task ChangeAsync()
    {
        Check();
        return Changed();
    }

    /// <summary>A row came or went: what was left before it stood elsewhere.</summary>
    public Task RowsChangedAsync(string list)
    {
        left.RemoveWhere(path => path.StartsWith(list + "[", StringComparison.Ordinal));
        return LeaveAsync(list);
    }

    /// <summary>From now on every problem is shown, with those only the server could find.</summary>
    public void ShowAll(IReadOnlyList<FieldProblem>? fromServer = null)
    {
        all = true;
        refused = [.. fromServer ?? []];
        Check();
    }

    public void Replace(EventDraft other)
    {
        Draft = other;
        left.Clear();
        refused = [];
        all = false;
        Check();
    }

    public void Check() => found = check(Draft);

    public void Register(string path, Func<ValueTask> whenChosen) => focus[path] = whenChosen;

    /// <summary>Puts the keyboard into a field, or into the nearest one that stands for it.</summary>
    public ValueTask FocusAsync(string path) =>
        focus.TryGetValue(path, out var there) ? there()
        : focus.FirstOrDefault(f => f.Key.StartsWith(path, StringComparison.Ordinal)).Value is { } within ? within()
        : ValueTask.CompletedTask;

    public static string IdOf(string path) => "f-" + path.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-').ToLowerInvariant();

    /// <summary>The three numbers of a row are one answer.</summary>
    private bool IsLeft(string path) =>
        left.Contains(path) || (path.StartsWith("Figures[", StringComparison.Ordinal) && left.Any(l => l.StartsWith(path[..(path.IndexOf(']', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)));
}
