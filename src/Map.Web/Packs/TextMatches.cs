using Map.Core.Places;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>Which public events hold the words somebody typed, for the map: ids as a pack (README.md), rising.</summary>
internal sealed class TextMatches(IDbContextFactory<MapDb> dbs)
{
    public const int LongestText = 200;

    /// <summary>May be kept, must be asked about before each use: the next edit may change it.</summary>
    private const string AskFirst = "no-cache";

    public async Task<IResult> OfAsync(HttpContext context, string? text)
    {
        if (text is { Length: > LongestText }) return DataAnswer.Refused($"The text is longer than {LongestText} characters.");
        if (PlainWords.Typed(text).Count == 0) return DataAnswer.Refused("There is no word to look for: say it as text=.");
        await using var db = await dbs.CreateDbContextAsync(context.RequestAborted);
        var ids = Write(await db.EventsWithWordsAsync(text!, context.RequestAborted));
        return DataAnswer.Made(context, ids, AskFirst);
    }

    /// <param name="ids">Rising.</param>
    internal static byte[] Write(IReadOnlyList<long> ids)
    {
        var bytes = new PackBytes("MID1", ids.Count * 3 + 16);
        bytes.Varint(ids.Count);
        var before = 0L;
        foreach (var id in ids)
        {
            bytes.Zigzag(id - before);
            before = id;
        }
        return bytes.Done();
    }
}
