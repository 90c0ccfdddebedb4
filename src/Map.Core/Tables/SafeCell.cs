namespace Map.Core.Tables;

/// <summary>
/// Text for a cell that a spreadsheet will open. What begins like a formula would be run by it (CSV injection), so it is written with an apostrophe before it, as spreadsheets themselves mark text; reading takes that one away again.
/// Numbers are written as numbers and never come here.
/// </summary>
public static class SafeCell
{
    /// <summary>= + - @, their full-width forms, which some programs take for the same, and the white space behind which some look for them.</summary>
    private const string Triggers = "=+-@＝＋－＠\t\r\n";

    /// <summary>The text as it may stand in a cell.</summary>
    public static string Of(string text) => IsTold(text) ? "'" + text : text;

    /// <summary>The text that a cell stands for: the inverse of <see cref="Of"/> for every text.</summary>
    public static string Original(string cell) => cell.StartsWith('\'') && IsTold(cell) ? cell[1..] : cell;

    /// <summary>Apostrophes before a trigger count too, so that one that was typed is told from one that was added.</summary>
    private static bool IsTold(string text)
    {
        var first = text.AsSpan().TrimStart('\'');
        return first.Length > 0 && Triggers.Contains(first[0], StringComparison.Ordinal);
    }
}
