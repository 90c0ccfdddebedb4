using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Sources;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditSources;

/// <summary>A recorded source as the draft its form edits, and what such a draft is judged by.</summary>
public static class LoadSource
{
    public static Task<List<KnownSource>> AllAsync(MapDb db, CancellationToken cancel = default) =>
        db.Sources.Select(source => new KnownSource(source.Id, source.Key, source.Title, source.Url, source.Cites)).ToListAsync(cancel);

    /// <param name="all">To call what it rests on by title.</param>
    public static SourceSheet From(SourceRow row, IEnumerable<KnownSource> all, bool arabic = false)
    {
        var byKey = all.ToDictionary(source => source.Key);
        return new()
        {
            Id = row.Id,
            Version = row.Version,
            Source = new()
            {
                Title = row.Title,
                Outlet = row.Outlet ?? "",
                Author = row.Author ?? "",
                Url = row.Url ?? "",
                // EDTF reads the same in a year, whatever the words meant.
                Published = row.PublishedEdtf ?? "",
                Language = row.Language ?? "",
                Reliability = row.Reliability,
                Kind = row.Kind ?? new DraftSource().Kind,
                Licence = row.Licence ?? "",
            },
            Side = HolderWords.Of(Holders.Split(row.Side ?? ""), arabic),
            SideReason = row.SideReason ?? "",
            SideReasonAr = row.SideReasonAr ?? "",
            Cites = [.. Holders.Split(row.Cites ?? "").Select(key => byKey.TryGetValue(key, out var cited) ? new CitedSource { Id = cited.Id, Key = key, Title = cited.Title } : new CitedSource { Key = key, Title = key })],
            ArchiveUrl = row.ArchiveUrl ?? "",
            ArchiveSha256 = row.ArchiveSha256 ?? "",
            PrivateNote = row.PrivateNote ?? "",
        };
    }
}
