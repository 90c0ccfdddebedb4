namespace Map.Web.Features.Review;

/// <summary>The queue's filters as they stand in an address.</summary>
public sealed record QueueAddress(string Kind, string Assigned, string By, string Of = "")
{
    public QueueAddress With(string name, string value) => name switch
    {
        "kind" => this with { Kind = value },
        "of" => this with { Of = value },
        "assigned" => this with { Assigned = value },
        _ => this with { By = value },
    };

    /// <summary>With its question mark; blank where nothing is narrowed.</summary>
    public string Query
    {
        get
        {
            var parts = new[] { ("of", Of), ("kind", Kind), ("assigned", Assigned), ("by", By) }.Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }
}
