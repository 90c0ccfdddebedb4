namespace Map.Core.Citing;

/// <summary>A source as a reader may cite it: what is published of it and nothing else. Null is what is not known.</summary>
/// <param name="Key">Unique in the record; letters, digits and hyphens.</param>
/// <param name="Kind">news, article, monitor, party-media, statement, encyclopaedia, dataset.</param>
/// <param name="Published">EDTF.</param>
/// <param name="Language">ISO 639 code.</param>
public sealed record CitedSource(string Key, string Title, string? Outlet, string? Author, string? Kind, string? Published, string? Url, string? ArchiveUrl, string? Language, string? Licence);
