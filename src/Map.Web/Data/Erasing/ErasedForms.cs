using System.Globalization;
using Map.Core.Chain;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.Erasing;

/// <summary>A form that somebody still had open when its record was erased: its draft would bring the words back into the files.</summary>
internal static class ErasedForms
{
    public static async Task<bool> IsErasedAsync(this MapDb db, string form, CancellationToken cancel)
    {
        if (form.Split('-') is not [var kind, var number] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;
        var (table, isThere) = kind switch
        {
            "event" => ("Events", await db.Events.AnyAsync(it => it.Id == id, cancel)),
            "control" => ("ControlClaims", await db.ControlClaims.AnyAsync(it => it.Id == id, cancel)),
            "article" => ("Articles", await db.Articles.AnyAsync(it => it.Id == id, cancel)),
            "source" => ("Sources", await db.Sources.AnyAsync(it => it.Id == id, cancel)),
            "actor" => ("Actors", await db.Actors.AnyAsync(it => it.Id == id, cancel)),
            _ => ("", true),
        };
        return !isThere && await db.Revisions.AnyAsync(line => line.Table == table && line.RowId == id && line.Field == ErasedLines.Field, cancel);
    }
}
