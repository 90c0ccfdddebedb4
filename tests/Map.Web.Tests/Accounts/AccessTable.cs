namespace Map.Web.Tests.Accounts;

/// <summary>One row of the matrix: what is asked for, as what, and what each of the five is answered.</summary>
internal sealed record AccessRow(string What, string Asked, IReadOnlyList<string> Answers)
{
    public override string ToString() => $"| {What} | {Asked} | {string.Join(" | ", Answers)} |";
}

/// <summary>access-matrix.md, the one place that says who may do what.</summary>
internal static class AccessTable
{
    /// <summary>The rows below a heading.</summary>
    public static IReadOnlyList<AccessRow> Of(string heading)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "access-matrix.md"));
        return [.. lines.SkipWhile(line => line != $"## {heading}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| what", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new AccessRow(cells[0], cells[1], cells[2..]))];
    }

    /// <summary>Fails with what is missing, what is there no more, and what is answered otherwise, as rows that could stand in the table.</summary>
    public static void Same(string heading, IReadOnlyList<AccessRow> found)
    {
        var told = Of(heading).Select(row => row.ToString()).ToList();
        var lines = found.Select(row => row.ToString()).ToList();
        var wrong = lines.Except(told).Select(line => "found    " + line).Concat(told.Except(lines).Select(line => "in table " + line)).ToList();
        Assert.True(wrong.Count == 0, $"{heading}: access-matrix.md says otherwise\n{string.Join('\n', wrong)}");
    }
}
