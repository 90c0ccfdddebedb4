using Map.Core.Events;
using Microsoft.JSInterop;

namespace Map.Web.Shared.Desk;

/// <summary>What may be said against a draft by now: a field is not corrected before it is left. Fields know it without knowing what is drafted.</summary>
public abstract class FormState
{
    private readonly HashSet<string> left = [];
    private readonly Dictionary<string, Func<ValueTask>> focus = [];
    private string? awaited;
    private List<FieldProblem> refused = [];
    private IReadOnlyList<FieldProblem> found = [];
    private bool all;

    public NamedThings Names { get; } = new();

    /// <summary>Set by the form: checks, keeps and draws again after each change.</summary>
    public Func<Task> Changed { get; set; } = () => Task.CompletedTask;

    /// <summary>Set by the form: does an act, and says at the form what failed in it.</summary>
    public Func<Func<Task>, Task> Standing { get; init; } = act => act();

    /// <summary>The list whose rows are one answer each, so that a row is corrected as a whole; null where there is none.</summary>
    public string? RowsOfOneAnswer { get; init; }

    /// <summary>Everything that stands in the way and may be said, in the order of the form.</summary>
    public IReadOnlyList<FieldProblem> Problems => [.. refused.Where(p => found.All(f => f.Field != p.Field)).Concat(found.Where(p => all || IsLeft(p.Field)))];

    public string? ProblemOf(params string?[] paths) => Problems.FirstOrDefault(p => paths.Contains(p.Field))?.Message;

    /// <summary>Fields were changed and left.</summary>
    public Task LeaveAsync(params IReadOnlyList<string> paths)
    {
        left.UnionWith(paths);
        refused.RemoveAll(p => paths.Contains(p.Field));
        return ChangeAsync();
    }

    /// <summary>Something changed that is not to be corrected yet.</summary>
    public Task ChangeAsync() => Standing(() =>
    {
        Check();
        return Changed();
    });

    /// <summary>A row came or went: what was left before it stood elsewhere.</summary>
    public Task RowsChangedAsync(string list)
    {
        left.RemoveWhere(path => path.StartsWith(list + "[", StringComparison.Ordinal));
        // Fields that are still there tell of themselves when they are drawn again.
        foreach (var gone in focus.Keys.Where(path => path.StartsWith(list + "[", StringComparison.Ordinal)).ToList()) { focus.Remove(gone); }
        return LeaveAsync(list);
    }

    /// <summary>From now on every problem is shown, with those only the server could find.</summary>
    public void ShowAll(IReadOnlyList<FieldProblem>? fromServer = null)
    {
        all = true;
        refused = [.. fromServer ?? []];
        Check();
    }

    public void Check() => found = Find();

    /// <summary>A field that is on the page tells how it is given the keyboard.</summary>
    public void Register(string path, Func<ValueTask> whenChosen)
    {
        focus[path] = whenChosen;
        if (path == awaited)
        {
            awaited = null;
            _ = GiveAsync(whenChosen);
        }
    }

    /// <summary>Puts the keyboard into a field of a new row as soon as it is on the page, however many answers that takes.</summary>
    public void FocusWhenThere(string path) => awaited = path;

    private static async Task GiveAsync(Func<ValueTask> keyboard)
    {
        // Who has left the page wants no keyboard.
        try { await keyboard(); }
        catch (JSDisconnectedException) { }
        catch (OperationCanceledException) { }
    }

    /// <summary>Puts the keyboard into a field, or into the nearest one that stands for it.</summary>
    public ValueTask FocusAsync(string path) =>
        focus.TryGetValue(path, out var there) ? there()
        : focus.FirstOrDefault(f => f.Key.StartsWith(path, StringComparison.Ordinal)).Value is { } within ? within()
        : ValueTask.CompletedTask;

    public static string IdOf(string path) => "f-" + path.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-').ToLowerInvariant();

    /// <summary>Everything that stands in the way of saving, whether or not it may be said yet.</summary>
    private protected abstract IReadOnlyList<FieldProblem> Find();

    /// <summary>As when the form opened: nothing has been left.</summary>
    private protected void Forget()
    {
        left.Clear();
        refused = [];
        all = false;
    }

    private bool IsLeft(string path) =>
        left.Contains(path) || (RowsOfOneAnswer is { } rows && path.StartsWith(rows + "[", StringComparison.Ordinal) && left.Any(l => l.StartsWith(path[..(path.IndexOf(']', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)));
}

/// <summary>The draft on the desk, with what may be said against it.</summary>
public sealed class FormState<TDraft>(TDraft draft, Func<TDraft, IReadOnlyList<FieldProblem>> check) : FormState
{
    public TDraft Draft { get; private set; } = draft;

    public void Replace(TDraft other)
    {
        Draft = other;
        Forget();
        Check();
    }

    private protected override IReadOnlyList<FieldProblem> Find() => check(Draft);
}
