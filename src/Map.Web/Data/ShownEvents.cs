using System.Data.Common;
using Map.Core.Events;
using Map.Core.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Map.Web.Data;

/// <summary>
/// What readers are told of the events whose place is told coarsely: the district's or governorate's name and middle in its stead, and texts that do not name it.
/// Triggers note whose is due and hide it meanwhile; the write gate makes it in the transaction of the change itself.
/// </summary>
internal static class ShownEvents
{
    private const int AtOnce = 1_000;

    /// <summary>Makes what is due, all of it. Call inside a transaction.</summary>
    public static async Task BringUpAsync(MapDb db, DistrictMap districts, CancellationToken cancel)
    {
        while (true)
        {
            var due = await db.Database.SqlQueryRaw<long>($"SELECT EventId AS Value FROM ShownEventsDue ORDER BY EventId LIMIT {AtOnce}").ToListAsync(cancel);
            if (due.Count == 0) return;
            await MakeAsync(db, districts, due, cancel);
        }
    }

    private static async Task MakeAsync(MapDb db, DistrictMap districts, List<long> due, CancellationToken cancel)
    {
        var events = await db.Events.AsNoTracking().Where(e => due.Contains(e.Id)).Select(e => new
        {
            e.Id,
            e.Type,
            e.Title,
            e.TitleAr,
            e.Description,
            e.DatePhrase,
            e.GradeReason,
            e.PlaceId,
            e.PlaceText,
            e.Latitude,
            e.Longitude,
            e.Precision,
            e.PublicPrecision,
            OfPlace = e.Place!.PublicPrecision,
        }).ToListAsync(cancel);
        var claims = (await db.Claims.AsNoTracking().Where(c => due.Contains(c.EventId))
            .Select(c => new { c.Id, c.EventId, c.Field, c.Says, c.SaysAr, c.Quote, c.ClaimantText, c.PlaceId, c.PlaceText, IsHidden = c.Place!.PublicPrecision != null }).ToListAsync(cancel)).ToLookup(c => c.EventId);
        var names = await NamesAsync(db, [.. events.Select(e => e.PlaceId).Concat(claims.SelectMany(its => its).Select(c => c.PlaceId)).OfType<long>().Distinct()], cancel);
        var areas = await AreasAsync(db, cancel);

        await using var hide = Command(db, "UPDATE Events SET Coarse = @coarse WHERE Id = @id", "@coarse", "@id");
        await using var clear = Command(db, "DELETE FROM ShownEvents WHERE EventId = @id", "@id");
        await using var show = Command(db, """
            INSERT INTO ShownEvents (EventId, Level, Precision, PlaceId, Latitude, Longitude, Title, TitleAr, Description, DatePhrase, GradeReason)
            VALUES (@id, @level, @precision, @place, @latitude, @longitude, @title, @titleAr, @description, @phrase, @reason)
            """, "@id", "@level", "@precision", "@place", "@latitude", "@longitude", "@title", "@titleAr", "@description", "@phrase", "@reason");
        await using var withhold = Command(db, "UPDATE Claims SET Withheld = @withheld WHERE Id = @id AND Withheld IS NOT @withheld", "@withheld", "@id");
        foreach (var e in events)
        {
            var shown = PublicPrecision.Shown(e.PublicPrecision, e.OfPlace, e.Precision);
            List<string> hidden = [.. claims[e.Id].Where(c => c.IsHidden).SelectMany(c => names[c.PlaceId!.Value])];
            if (shown is not null)
                hidden.AddRange([.. e.PlaceId is { } place ? names[place] : [], .. claims[e.Id].SelectMany(c => c.PlaceId is { } id ? names[id] : []),
                    .. claims[e.Id].Select(c => c.PlaceText).Append(e.PlaceText).OfType<string>()]);
            await RunAsync(clear, cancel, e.Id);
            await RunAsync(hide, cancel, shown is null ? DBNull.Value : 1, e.Id);
            foreach (var claim in claims[e.Id])
            {
                var isSaid = (shown is null || claim.Field != ClaimField.Place.Id) && !Names(hidden, claim.Says, claim.SaysAr, claim.Quote);
                await RunAsync(withhold, cancel, Names(hidden, claim.ClaimantText) ? 1 : isSaid ? DBNull.Value : 2, claim.Id);
            }
            if (shown is null) continue;
            var area = AreaOf(shown, districts, areas, e.Latitude, e.Longitude);
            var level = area?.Level ?? PublicPrecision.Country;
            var known = PlacePrecision.TryGet(e.Precision, out var precision) && precision.Code > level.Precision.Code ? precision : level.Precision;
            var (title, titleAr) = Names(hidden, e.Title, e.TitleAr) ? Retitled(e.Type, e.TitleAr is not null, area) : (e.Title, e.TitleAr);
            await RunAsync(show, cancel, e.Id, level.Id, known.Id, Or(area?.Id), Or(area?.Latitude), Or(area?.Longitude), title, Or(titleAr),
                Or(Unnamed(hidden, e.Description)), Or(Unnamed(hidden, e.DatePhrase)), Or(Unnamed(hidden, e.GradeReason)));
        }
        await using var done = Command(db, "DELETE FROM ShownEventsDue WHERE EventId = @id", "@id");
        foreach (var id in due) await RunAsync(done, cancel, id);
    }

    /// <summary>The area that stands for a spot, or a larger one where there is none of that kind; null for none at all.</summary>
    internal static Area? AreaOf(PublicPrecision asked, DistrictMap districts, Dictionary<string, Area> areas, double? latitude, double? longitude)
    {
        if (asked == PublicPrecision.Country || latitude is not { } north || longitude is not { } east || districts.Value.At(north, east) is not { } district) return null;
        return asked == PublicPrecision.District && areas.GetValueOrDefault(district) is { } area ? area : areas.GetValueOrDefault(Districts.GovernorateOf(district));
    }

    internal static async Task<Dictionary<string, Area>> AreasAsync(MapDb db, CancellationToken cancel)
    {
        var rows = await db.PublicPlaces.Where(p => p.PCode != null && (p.Kind == "district" || p.Kind == "governorate")).OrderBy(p => p.Id).ToListAsync(cancel);
        return rows.DistinctBy(row => row.PCode).ToDictionary(row => row.PCode!, row =>
            new Area(row.Id, row.Kind == "district" ? PublicPrecision.District : PublicPrecision.Governorate, row.Name, row.NameAr, row.Latitude, row.Longitude));
    }

    private static (string Title, string? TitleAr) Retitled(string type, bool hasArabic, Area? area)
    {
        var (english, arabic) = EventTypes.TryGet(type, out var known) ? (known.Label(false), known.Label(true)) : (type, type);
        return (area is null ? english : $"{english}, {area.Name}", !hasArabic ? null : area?.NameAr is { } there ? $"{arabic}، {there}" : arabic);
    }

    /// <summary>The text, or nothing where it names what is hidden.</summary>
    private static string? Unnamed(List<string> hidden, string? text) => Names(hidden, text) ? null : text;

    private static bool Names(List<string> hidden, params IEnumerable<string?> texts) => hidden.Count > 0 && texts.Any(text => NamesInText.Any(text, hidden));

    internal static async Task<ILookup<long, string>> NamesAsync(MapDb db, List<long> places, CancellationToken cancel)
    {
        var known = await db.Places.AsNoTracking().Where(p => places.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.NameAr }).ToListAsync(cancel);
        var others = await db.PlaceNames.AsNoTracking().Where(n => places.Contains(n.PlaceId)).Select(n => new { n.PlaceId, n.Name }).ToListAsync(cancel);
        return known.SelectMany(p => new[] { p.Name, p.NameAr }, (p, name) => (p.Id, Name: name)).Concat(others.Select(n => (Id: n.PlaceId, Name: (string?)n.Name)))
            .Where(it => !string.IsNullOrWhiteSpace(it.Name)).ToLookup(it => it.Id, it => it.Name!);
    }

    private static object Or(object? value) => value ?? DBNull.Value;

    private static async Task RunAsync(DbCommand command, CancellationToken cancel, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static DbCommand Command(MapDb db, string sql, params string[] names)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The text is this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    internal sealed record Area(long Id, PublicPrecision Level, string Name, string? NameAr, double Latitude, double Longitude);
}
