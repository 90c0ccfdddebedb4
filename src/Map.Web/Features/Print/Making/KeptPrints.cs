namespace Map.Web.Features.Print.Making;

/// <summary>Prints that were made of the present data, for who asks for the same again; those asked for longest ago go first.</summary>
internal sealed class KeptPrints
{
    private const long MostBytes = 48L << 20;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Bytes)>> known = [];
    private readonly LinkedList<(string Key, byte[] Bytes)> order = new();
    private long bytes;

    public byte[]? Find(string key)
    {
        lock (gate)
        {
            if (!known.TryGetValue(key, out var node))
                return null;
            order.Remove(node);
            order.AddFirst(node);
            return node.Value.Bytes;
        }
    }

    public void Keep(string key, byte[] made)
    {
        lock (gate)
        {
            if (made.Length > MostBytes / 4 || known.ContainsKey(key))
                return;
            known[key] = order.AddFirst((key, made));
            bytes += made.Length;
            while (bytes > MostBytes)
            {
                var (oldest, gone) = order.Last!.Value;
                order.RemoveLast();
                known.Remove(oldest);
                bytes -= gone.Length;
            }
        }
    }
}
