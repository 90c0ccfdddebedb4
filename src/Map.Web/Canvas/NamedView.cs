using System.Globalization;
using System.Text;
using Map.Core.Views;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Map.Web.Canvas;

/// <summary>A view that somebody named, as pages and embeds need it: where it looks, what is said of it, and how it differs from any map.</summary>
public sealed class NamedView
{
    /// <summary>The parameter of map and embed that names one.</summary>
    public const string Parameter = "view";

    private readonly ViewRow row;
    private readonly IReadOnlyList<long> unnamed;

    private NamedView(ViewRow row, IReadOnlyList<long> unnamed) => (this.row, this.unnamed) = (row, unnamed);

    public string Key => row.Key;
    /// <summary>The last part of its short address: the readable one where it has one.</summary>
    public string Address => row.Slug ?? row.Key;
    /// <summary>Another one with each change.</summary>
    public string Version => row.Version.ToString("N");
    public string? Language => row.Language;
    public string Theme => row.Theme;
    /// <summary>Ids of the controls that its embed lacks.</summary>
    public IReadOnlyList<string> Hidden => ViewLooks.Split(row.Hidden);
    /// <summary>Origins that may frame it; empty = any.</summary>
    public IReadOnlyList<string> Framers => ViewLooks.Split(row.Framers);
    /// <summary>The day at whose end its data is held fast.</summary>
    public DateOnly? KnownOn => Day(row.KnownOn);
    public DateOnly? Date => Day(row.Date);

    public string Title(Language lang) => lang.Name(row.Title, row.TitleAr);

    public string? Caption(Language lang) => lang.IsArabic ? row.CaptionAr ?? row.Caption : row.Caption ?? row.CaptionAr;

    /// <summary>What it shows, as an address says it: "" or beginning with "?".</summary>
    public string Query => QueryOf(row);

    public MapLook Look(Language lang) => new(Version, Query, Hidden, unnamed, [.. ViewLooks.Colours(row.Colours).Select(own => new HolderColour(own.Holder, own.Colour))], [.. Callouts(lang)]);

    /// <summary>
    /// The full map on this view. The whole state stands in the address, so that it still shows the same where the view is gone, and list and map read it as they read any. What was asked besides goes before it.
    /// </summary>
    public string MapAddress(IEnumerable<KeyValuePair<string, StringValues>> asked)
    {
        var all = QueryHelpers.ParseQuery(Query);
        if (Language is { } language && language != Shared.Language.English.Code) all["lang"] = language;
        if (KnownOn is { } known) all[KnownNote.Parameter] = known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (name, value) in asked) all[name] = value;
        all[Parameter] = Address;
        return QueryHelpers.AddQueryString("/", all).Replace("%2C", ",", StringComparison.Ordinal);
    }

    /// <summary>The same view as a sheet, under its own title and caption, with its callouts and colours.</summary>
    /// <param name="form">svg, png or pdf.</param>
    public string PrintAddress(string form, IQueryCollection asked) =>
        QueryHelpers.AddQueryString($"/print.{form}", asked.Where(it => it.Key != Parameter).Prepend(new(Parameter, Address))).Replace("%2C", ",", StringComparison.Ordinal);

    /// <summary>By its key or its readable address; null where readers have none of that name.</summary>
    public static async Task<NamedView?> FindAsync(MapDb db, string? address, CancellationToken cancel)
    {
        if (address is not { Length: > 0 and <= 60 }) return null;
        var row = await db.PublicViews.AsNoTracking().Where(view => view.Key == address || view.Slug == address).OrderBy(view => view.Key != address).FirstOrDefaultAsync(cancel);
        return row is null ? null : await OfAsync(db, row, cancel);
    }

    /// <summary>Of a row that may be no more than typed.</summary>
    public static async Task<NamedView> OfAsync(MapDb db, ViewRow row, CancellationToken cancel)
    {
        var keys = ViewLooks.Split(row.Unnamed);
        return new(row, keys.Length == 0 ? [] : await db.PublicPlaces.Where(place => keys.Contains(place.Key)).Select(place => place.Id).ToListAsync(cancel));
    }

    private static string QueryOf(ViewRow row)
    {
        var query = new StringBuilder();
        void Add(string name, string? value)
        {
            // A comma needs no escape in a query, and an address with commas can be read by people.
            if (value is not null) query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
        }
        Add("date", row.Date);
        Add("window", row.Window);
        Add("at", row.At);
        Add("layers", row.Layers);
        if (row.Filters is { Length: > 0 } filters) query.Append('&').Append(filters);
        return query.ToString();
    }

    private IEnumerable<MapCallout> Callouts(Language lang)
    {
        foreach (var it in ViewLooks.Callouts(row.Callouts))
        {
            var words = lang.IsArabic ? Either(it.TextAr, it.Text) : Either(it.Text, it.TextAr);
            if (words.Length > 0 && it.ReadPosition() is { } at) yield return new MapCallout(at.Latitude, at.Longitude, it.Side, words);
        }
    }

    private static string Either(string first, string other) => first.Trim().Length > 0 ? first.Trim() : other.Trim();

    private static DateOnly? Day(string? iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
