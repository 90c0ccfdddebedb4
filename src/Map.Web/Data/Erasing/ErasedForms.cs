using System.Globalization;
using Map.Core.Chain;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.Erasing;

/// <summary>A form that somebody still had open when its record was erased: its draft would bring the words back into the files.</summary>
internal static class ErasedForms
{
    public static async Task<bool> IsErasedAsync(this MapDb db, string form, CancellationToken cancel)
    {
        // A zone's form is called by its series too.
        var parts = form.Split('-');
        if (parts is not ([_, _] or ["zone", _, _]) || !long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;
        var (table, isThere) = parts[0] switch
        {
            "event" => ("Events", await db.Events.AnyAsync(it => it.Id == id, cancel)),
            "control" => ("ControlClaims", await db.ControlClaims.AnyAsync(it => it.Id == id, cancel)),
            "zone" => ("Zones", await db.Zones.AnyAsync(it => it.Id == id, cancel)),
            "article" => ("Articles", await db.Articles.AnyAsync(it => it.Id == id, cancel)),
            "source" => ("Sources", await db.Sources.AnyAsync(it => it.Id == id, cancel)),
            "actor" => ("Actors", await db.Actors.AnyAsync(it => it.Id == id, cancel)),
            _ => ("", true),
        };
        return !isThere && await db.Revisions.AnyAsync(line => line.Table == table && line.RowId == id && line.Field == ErasedLines.Field, cancel);
    }
}
