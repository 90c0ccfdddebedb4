using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Features.Print.Drawing;
using Map.Web.Features.Print.Fonts;
using Map.Web.Packs;
using Map.Web.Packs.InView;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Print;

/// <summary>A view as a picture of vectors and text: the one way from data to a print. Previews show it, files hold it, a browser prints it.</summary>
internal sealed class PrintView(IDbContextFactory<MapDb> dbs, KnownEvents events, KnownControl control, PackStore packs, Lettering lettering)
{
    /// <summary>Of the height, where nothing is known of the footnotes yet.</summary>
    private const double FirstGuess = 190;

    /// <param name="past">The map of a past day; null for that of now.</param>
    /// <param name="host">What the site is called: "map.example.org".</param>
    public async Task<string> SvgAsync(PrintRequest request, PastMap? past, string host, CancellationToken cancel)
    {
        var set = past?.Set ?? await packs.CurrentAsync(cancel);
        var rows = past is null ? new MapRows(dbs, events, control) : new MapRows(past.Databases, past.Events, past.Control, request.Map.Known);
        await using var db = await rows.Databases.CreateDbContextAsync(cancel);
        var state = await StartingPoint.ReadAsync(db, request.Map, set.Index, cancel);
        // A past day has no history of its own; its sheet says which day it is.
        var dataOf = past is null ? await db.HeadAsync(cancel) is { } head ? DateOnly.FromDateTime(head.At) : (DateOnly?)null : null;
        var sheet = new Sheet(request, lettering);
        var (box, isExact) = request.Map.Box is { } exact ? (exact, true) : (StartingPoint.Around(request.Map.At), false);

        // What is visible has sources, these take room, and what room is left says what is visible.
        MapFrame frame;
        SheetContent content;
        double reserved = FirstGuess, taken;
        do
        {
            frame = sheet.Frame(box, isExact, reserved);
            var view = await VisibleInView.ReadAsync(rows, state, frame.Bounds, cancel);
            content = new SheetContent(view, EventBars.None, DrawnGround.Of(set), set.Index, host + (request.View is { } named ? $"/v/{named.Address}" : PrintAddress.Of(state, request.Map, frame)), dataOf, request.Map.Known);
            taken = sheet.Taken(content);
        }
        while (Grows(ref reserved, taken));
        return sheet.Draw(content with { Bars = await EventBars.ReadAsync(rows, state, frame.Bounds, set.Index, cancel) }, frame);
    }

    /// <summary>Once more where the footnotes take more room than they were given, or, the first time, much less.</summary>
    private static bool Grows(ref double reserved, double taken)
    {
        if (taken <= reserved && !(reserved == FirstGuess && taken < reserved - 8))
            return false;
        reserved = taken <= reserved ? taken + 1 : taken;
        return true;
    }
}
