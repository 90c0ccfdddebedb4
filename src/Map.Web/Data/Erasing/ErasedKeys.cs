using System.Collections.Concurrent;

namespace Map.Web.Data.Erasing;

/// <summary>
/// Forms that are called by a key of a record (a place's, a view's, a story's) which was erased while somebody had one open. The key is erased with its record, so that no table can tell such a form from that of a new one; what is open
/// lives in this process and ends with it, and so may what is remembered here.
/// </summary>
internal sealed class ErasedKeys
{
    private readonly ConcurrentDictionary<string, byte> forms = new(StringComparer.Ordinal);

    public void Add(string form) => forms.TryAdd(form, 0);

    public bool Holds(string form) => forms.ContainsKey(form);
}
