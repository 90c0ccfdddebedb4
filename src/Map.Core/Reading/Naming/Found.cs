namespace Map.Core.Reading.Naming;

/// <summary>An actor found in a sentence.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token.</param>
/// <param name="IsWhole">True where the full name stands there, from which short ones follow.</param>
internal sealed record Found(int First, int Last, string Name, string? Id, string Kind, bool IsWhole = true)
{
    public int Count => Last - First + 1;
}

/// <summary>What was found in one sentence so far; a token belongs to one name.</summary>
internal sealed class FoundInSentence(NameSentence sentence)
{
    private readonly Found?[] owners = new Found?[sentence.Tokens.Count];

    public NameSentence Sentence { get; } = sentence;

    public Found? At(int token) => token >= 0 && token < owners.Length ? owners[token] : null;

    public bool IsFree(int first, int last)
    {
        for (var at = first; at <= last; at++)
        {
            if (At(at) is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes the tokens; what stood on some of them gives way.</summary>
    public Found Put(Found found)
    {
        for (var at = found.First; at <= found.Last; at++)
        {
            if (owners[at] is { } old)
            {
                Remove(old);
            }
        }

        for (var at = found.First; at <= found.Last; at++)
        {
            owners[at] = found;
        }

        return found;
    }

    public void Remove(Found found)
    {
        for (var at = found.First; at <= found.Last; at++)
        {
            owners[at] = null;
        }
    }

    /// <summary>All in their order.</summary>
    public IEnumerable<Found> All => owners.OfType<Found>().Distinct();
}
