using System.Globalization;
using System.Text.RegularExpressions;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Accounts.Log;

/// <summary>What an act was done to, told from the log's words for it: a record, an account, several records, or those words.</summary>
public sealed partial record LogTarget(string Text)
{
    public string? Table { get; private init; }
    public long Id { get; private init; }
    public string? Account { get; private init; }
    /// <summary>Of the queue: its number there.</summary>
    public long? Review { get; private init; }
    public int? Count { get; private init; }

    private static readonly Dictionary<string, string> Tables = new()
    {
        ["event"] = "Events",
        ["control claim"] = "ControlClaims",
        ["zones"] = "ZoneSeries",
        ["zone"] = "Zones",
        ["source"] = "Sources",
        ["actor"] = "Actors",
        ["place"] = "Places",
        ["pasted text"] = "Articles",
        ["events"] = "Events",
        ["control claims"] = "ControlClaims",
        ["sources"] = "Sources",
    };

    /// <summary>With what a number in the queue, or of a comment there, stands for.</summary>
    public static async Task<LogTarget?> ReadAsync(MapDb db, string? text, CancellationToken cancel)
    {
        if (Of(text) is not { } target) { return null; }
        if (target.Table is null && KeyForm().Match(target.Text) is { Success: true } called && await RecordName.OfKeyAsync(db, called.Groups["what"].Value, called.Groups["key"].Value, cancel) is { } of)
        {
            return target with { Table = of.Table, Id = of.Id };
        }
        var review = target.Review;
        if (CommentForm().Match(target.Text) is { Success: true } comment)
        {
            var id = Number(comment);
            review = await db.ReviewComments.Where(it => it.Id == id).Select(it => (long?)it.ReviewId).SingleOrDefaultAsync(cancel);
        }
        if (review is null || target.Table is not null) { return target; }
        var row = await db.Reviews.Where(it => it.Id == review).Select(it => new { it.Table, it.RowId }).SingleOrDefaultAsync(cancel);
        return row is null ? target : target with { Table = row.Table, Id = row.RowId, Review = review };
    }

    /// <summary>Null where an act has none.</summary>
    public static LogTarget? Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) { return null; }
        var target = new LogTarget(text);
        if (AccountActs.AccountOf(text) is { } account) { return target with { Account = account }; }
        if (ReviewForm().Match(text) is { Success: true } review)
        {
            return target with { Review = Number(review), Table = review.Groups["table"] is { Success: true } table ? table.Value : null, Id = review.Groups["row"] is { Success: true } row ? long.Parse(row.Value, CultureInfo.InvariantCulture) : 0 };
        }
        // Of a merge it is the record that stays.
        if (MergeForm().Match(text) is { Success: true } merge) { return target with { Table = "Events", Id = Number(merge) }; }
        if (RowForm().Match(text) is { Success: true } of) { return target with { Table = of.Groups["table"].Value, Id = Number(of) }; }
        if (NamedForm().Match(text) is { Success: true } named && Tables.TryGetValue(named.Groups["what"].Value, out var known)) { return target with { Table = known, Id = Number(named) }; }
        if (SeveralForm().Match(text) is { Success: true } several && Tables.TryGetValue(several.Groups["what"].Value, out var all)) { return target with { Table = all, Count = (int)Number(several) }; }
        return target;
    }

    /// <summary>Null where it is no record, or one that is gone.</summary>
    public Task<RecordName?> NameAsync(MapDb db, CancellationToken cancel) => Table is { } table && Count is null ? RecordName.OfAsync(db, table, Id, cancel) : Task.FromResult<RecordName?>(null);

    private static long Number(Match match) => long.TryParse(match.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    [GeneratedRegex(@"^review (?<id>\d{1,18})( of (?<table>[A-Z]\w+) (?<row>\d{1,18}))?$")]
    private static partial Regex ReviewForm();

    [GeneratedRegex(@"^comment (?<id>\d{1,18})$")]
    private static partial Regex CommentForm();

    [GeneratedRegex(@"^(event \d+ into event|merge of event) (?<id>\d{1,18})$")]
    private static partial Regex MergeForm();

    [GeneratedRegex(@"^((new|change|deletion) )?(?<table>[A-Z]\w+) (?<id>\d{1,18})$")]
    private static partial Regex RowForm();

    [GeneratedRegex(@"^(?<what>[a-z ]+) (?<id>\d{1,18})$")]
    private static partial Regex NamedForm();

    [GeneratedRegex(@"^(?<what>actor|place|view|story) (?<key>\S+)$")]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"^(?<id>\d{1,9}) (?<what>[a-z ]+)$")]
    private static partial Regex SeveralForm();
}
