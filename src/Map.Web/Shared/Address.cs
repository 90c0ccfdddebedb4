using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Map.Web.Shared;

/// <summary>An address of this site, read and rewritten by its parameters.</summary>
public sealed class Address
{
    private readonly string path;
    private readonly Dictionary<string, StringValues> parameters;

    /// <param name="uri">Absolute, as NavigationManager gives it.</param>
    public Address(string uri)
    {
        var parsed = new Uri(uri, UriKind.Absolute);
        path = parsed.AbsolutePath;
        parameters = QueryHelpers.ParseQuery(parsed.Query);
    }

    private Address(string path, Dictionary<string, StringValues> parameters) => (this.path, this.parameters) = (path, parameters);

    public string Path => path;

    /// <summary>The parameter's last value, or null: of two contradicting values the later one is what the reader typed last.</summary>
    public string? this[string parameter] => parameters.TryGetValue(parameter, out var values) && values.Count > 0 ? values[^1] : null;

    /// <summary>The same address with one parameter set, or taken away by null.</summary>
    public Address With(string parameter, string? value)
    {
        var changed = new Dictionary<string, StringValues>(parameters);
        if (value is null) { changed.Remove(parameter); } else { changed[parameter] = value; }
        return new Address(path, changed);
    }

    /// <summary>Path and parameters, without scheme and host.</summary>
    public override string ToString() =>
        QueryHelpers.AddQueryString(path, parameters.SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value)));
}
