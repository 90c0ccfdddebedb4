using Map.Core.Chain;

namespace Map.Core.Tests.Chain;

public class ErasedLinesTests
{
    [Theory]
    [InlineData("lines 4", "4")]
    [InlineData("lines 4-6", "4 5 6")]
    [InlineData("lines 1-2,4,7-9", "9 8 1 2 4 7 2")]
    [InlineData("lines ", "")]
    public void Numbers_are_told_as_stretches(string text, string numbers)
    {
        var named = numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).ToList();
        Assert.Equal(text, ErasedLines.Write(named));
        Assert.Equal(named.Distinct().Order(), ErasedLines.Read(text).SelectMany(it => Enumerable.Range((int)it.From, (int)(it.To - it.From) + 1)).Select(it => (long)it));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("4-6")]
    [InlineData("lines 4-6-8")]
    [InlineData("lines all")]
    [InlineData("lines -4")]
    public void What_is_something_else_names_no_line(string? text) => Assert.Empty(ErasedLines.Read(text));
}
