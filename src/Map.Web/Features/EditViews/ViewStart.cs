using System.Globalization;
using Map.Core.Views;
using Map.Web.Canvas;
using Map.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Map.Web.Features.EditViews;

/// <summary>What a map's address says of a view, put into its draft.</summary>
internal static class ViewStart
{
    /// <summary>Parameters that stand as they are: series, types and what events must answer to.</summary>
    private static readonly string[] Filters = ["series", "types", "actors", "lineage", "sources", "governorates", "disputed", "grade", "text"];

    /// <summary>A new view of what a map shows.</summary>
    public static ViewDraft New(string key, string? query)
    {
        var draft = new ViewDraft { Key = key };
        Take(draft, query);
        var all = QueryHelpers.ParseQuery(query);
        draft.Filters = string.Join('&', Filters.Where(all.ContainsKey).Select(name => $"{name}={Uri.EscapeDataString(all[name].ToString()).Replace("%2C", ",", StringComparison.Ordinal)}"));
        if (all.TryGetValue("layers", out var layers)) { draft.Layers = [.. ViewLayer.All.Select(layer => layer.Id).Where(layers.ToString().Split(',').Contains)]; }
        if (all.TryGetValue(KnownNote.Parameter, out var known) && IsDay(known.ToString())) { draft.KnownOn = known.ToString(); }
        if (all.GetValueOrDefault("lang") == Language.Arabic.Code) { draft.Language = Language.Arabic.Code; }
        return draft;
    }

    /// <summary>Date, window and view alone, as somebody has moved the map to them.</summary>
    public static void Take(ViewDraft draft, string? query)
    {
        var all = QueryHelpers.ParseQuery(query);
        var (date, window) = (all.GetValueOrDefault("date").ToString(), all.GetValueOrDefault("window").ToString());
        if (IsDay(date)) { draft.When = date; }
        if (ViewWindow.All.Any(known => known.Id == window)) { draft.Window = window; }
        // A window that the list has not is a span of its own.
        else if (ViewWindow.Days(window) is { } days && IsDay(date)) { draft.When = $"{Day(date).AddDays(1 - days):yyyy-MM-dd}/{date}"; }
        if (all.GetValueOrDefault("at").ToString() is { Length: > 0 } at) { draft.At = at; }
    }

    /// <summary>Where somebody has moved the preview, as parameters of its address: "" where it shows what the draft says.</summary>
    public static string Wandered(ViewDraft draft, string? query)
    {
        var moved = new ViewDraft { When = draft.When, Window = draft.Window, At = draft.At };
        Take(moved, query);
        var (mine, theirs) = (draft.ReadTime(), moved.ReadTime());
        var parts = new List<string>();
        if (theirs.Day is { } day && mine != theirs) { parts.Add($"date={day:yyyy-MM-dd}&window={theirs.Window}"); }
        if (moved.At.Length > 0 && !SameView(draft.At, moved.At)) { parts.Add($"at={moved.At}"); }
        return string.Join('&', parts);
    }

    private static bool SameView(string a, string b)
    {
        var (one, other) = (Numbers(a), Numbers(b));
        return one.Length == 3 && other.Length == 3 && Math.Abs(one[0] - other[0]) < 2e-4 && Math.Abs(one[1] - other[1]) < 2e-4 && Math.Abs(one[2] - other[2]) < .01;
    }

    private static double[] Numbers(string at) => [.. at.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];

    private static bool IsDay(string? iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
