using Map.Core.Places;

namespace Map.Web.Data.FirstLoad;

internal static class ActorFiles
{
    public static Task ReadActorsAsync(FileLoad load) => CsvFile.ReadAsync(load, row => load.Add(new ActorRow
    {
        Key = row.Need("key"),
        Name = row.Need("name"),
        NameAr = row.Text("name_ar"),
        Kind = row.Need("kind"),
        Holder = row.Text("holder"),
        ValidEdtf = row.Span("valid_edtf")?.Edtf,
        Note = row.Text("note"),
        SourceId = load.Keys.OptionalSource(row.Text("source_key")),
        Id = load.NextId<ActorRow>(),
    }));

    public static async Task ReadNamesAsync(FileLoad load)
    {
        var seen = new HashSet<(long, string)>();
        await CsvFile.ReadAsync(load, row =>
        {
            var actor = load.Keys.Actor(row.Need("key")).Id;
            var name = Name(load, actor, row.Need("name"), row.Need("language"), row.Span("valid_edtf")?.Edtf, load.Keys.OptionalSource(row.Text("source_key")));
            load.Add(name);
            seen.Add((actor, name.Name));
        });
        foreach (var actor in load.Keys.AllActors)
        {
            if (seen.Add((actor.Id, actor.Name))) load.Add(Name(load, actor.Id, actor.Name, "en"));
            if (actor.NameAr is { } arabic && seen.Add((actor.Id, arabic))) load.Add(Name(load, actor.Id, arabic, "ar"));
        }
    }

    public static Task ReadRelationsAsync(FileLoad load) => CsvFile.ReadAsync(load, row =>
    {
        var span = row.Span("date_edtf");
        load.Add(new ActorRelationRow
        {
            Key = row.Need("id"),
            FromId = load.Keys.Actor(row.Need("from")).Id,
            Kind = row.Need("kind"),
            ToId = load.Keys.Actor(row.Need("to")).Id,
            Edtf = span?.Edtf,
            EarliestDay = span?.EarliestDay ?? Core.Time.Days.OpenStart,
            LatestDay = span?.LatestDay ?? Core.Time.Days.OpenEnd,
            Claimant = row.Text("claimant"),
            Credibility = row.NeedCredibility("credibility"),
            SourceId = load.Keys.Source(row.Need("source_key")),
            Note = row.Text("note"),
            Id = load.NextId<ActorRelationRow>(),
        });
    });

    private static ActorNameRow Name(FileLoad load, long actor, string name, string language, string? valid = null, long? source = null) => new()
    {
        Id = load.NextId<ActorNameRow>(),
        ActorId = actor,
        Name = name,
        Language = language,
        NameKey = NameKey.Of(name),
        ValidEdtf = valid,
        SourceId = source,
    };
}
