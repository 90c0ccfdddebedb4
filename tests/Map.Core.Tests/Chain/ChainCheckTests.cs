using Map.Core.Chain;

namespace Map.Core.Tests.Chain;

public class ChainCheckTests
{
    [Fact]
    public void A_whole_chain_has_no_fault_and_says_its_head()
    {
        var report = Walk(Chain(50));
        Assert.Equal((50, 0, null), (report.Lines, report.Bad, report.First));
        Assert.Equal((50L, Chain(50)[^1].Facts.At), (report.Head!.Number, report.Head.At));
        Assert.Empty(report.EarlierThanBefore);
        Assert.Null(Walk([]).Head);
    }

    [Fact]
    public void Each_kind_of_change_is_found_at_the_line_that_was_changed_and_called_what_it_is()
    {
        (ChainFault Fault, Func<ChainLine, ChainLine> Change)[] changes =
        [
            (ChainFault.TextChanged, it => it with { Old = "other" }), (ChainFault.TextChanged, it => it with { New = null }), (ChainFault.TextChanged, it => it with { Why = "" }),
            (ChainFault.TextChanged, it => it with { Who = "somebody else" }), (ChainFault.TextChanged, it => it with { Salt = RevisionChain.NewSalt() }),
            (ChainFault.Changed, it => it with { Facts = it.Facts with { Table = "Places" } }), (ChainFault.Changed, it => it with { Facts = it.Facts with { RowId = 8 } }),
            (ChainFault.Changed, it => it with { Facts = it.Facts with { Field = "TitleAr" } }), (ChainFault.Changed, it => it with { Facts = it.Facts with { At = it.Facts.At.AddTicks(1) } }),
            (ChainFault.Changed, it => it with { Facts = it.Facts with { RequestId = Guid.NewGuid() } }), (ChainFault.Changed, it => it with { Facts = it.Facts with { Version = Guid.NewGuid() } }),
            (ChainFault.Changed, it => it with { Digest = RevisionChain.NewSalt() }), (ChainFault.Changed, it => it with { Hash = RevisionChain.Beginning }), (ChainFault.Unsealed, it => it with { Hash = [] }),
            (ChainFault.TextGone, it => it with { Old = null, New = null, Why = null, Salt = null }), (ChainFault.TextAdded, it => it with { Salt = null }),
        ];
        foreach (var (fault, change) in changes)
        {
            var lines = Chain(20);
            lines[12] = change(lines[12]);
            Assert.Equal((13, fault), (Walk(lines).First!.Number, Walk(lines).First!.Fault));
        }
    }

    [Fact]
    public void A_line_taken_out_is_called_missing_and_two_that_changed_places_are_found_at_the_first()
    {
        var lines = Chain(20);
        lines.RemoveRange(7, 3);
        Assert.Equal((8, 10L, ChainFault.Missing, 1), (Walk(lines).First!.Number, Walk(lines).First!.Last!.Value, Walk(lines).First!.Fault, Walk(lines).Bad));

        lines = Chain(20);
        (lines[4], lines[5]) = (lines[5] with { Facts = lines[5].Facts with { Number = 5 } }, lines[4] with { Facts = lines[4].Facts with { Number = 6 } });
        Assert.Equal((5, ChainFault.Changed), (Walk(lines).First!.Number, Walk(lines).First!.Fault));
    }

    [Fact]
    public void A_line_made_anew_with_its_own_hash_is_given_away_by_the_next_one()
    {
        var lines = Chain(20);
        lines[9] = Sealed(lines[9] with { New = "forged" }, lines[8].Hash);
        Assert.Equal((11, ChainFault.Changed), (Walk(lines).First!.Number, Walk(lines).First!.Fault));
    }

    [Fact]
    public void A_cut_tail_and_a_chain_made_anew_are_found_against_a_head_that_was_kept()
    {
        var lines = Chain(30);
        var kept = (30L, lines[^1].Hash);
        Assert.Null(Walk(lines, kept).First);
        Assert.Null(Walk(lines, (12, lines[11].Hash)).First);

        var cut = lines[..20];
        Assert.Null(Walk(cut).First);
        Assert.Equal((21, 30L, ChainFault.Cut), (Walk(cut, kept).First!.Number, Walk(cut, kept).First!.Last!.Value, Walk(cut, kept).First!.Fault));

        var anew = Chain(30, from: 10);
        Assert.Null(Walk(anew).First);
        Assert.Equal(ChainFault.OtherHead, Walk(anew, kept).First!.Fault);
    }

    [Fact]
    public void Texts_that_an_erasure_tells_of_may_be_gone_and_no_others()
    {
        var lines = Chain(20);
        var erasure = Sealed(lines[^1] with { Facts = lines[^1].Facts with { Number = 21, Field = ErasedLines.Field }, Old = null, New = ErasedLines.Write([4, 5]) }, lines[^1].Hash);
        lines.Add(erasure);
        foreach (var i in new[] { 3, 4 }) lines[i] = lines[i] with { Old = null, New = null, Why = null, Salt = null };
        var report = Walk(lines);
        Assert.Equal((null, 1L, 2L), (report.First, report.Erasures, report.ErasedLines));

        lines[5] = lines[5] with { Old = null, New = null, Why = null, Salt = null };
        Assert.Equal((6, ChainFault.TextGone), (Walk(lines).First!.Number, Walk(lines).First!.Fault));
    }

    [Fact]
    public void A_line_dated_before_the_one_it_follows_is_told_and_is_no_fault()
    {
        var lines = new List<ChainLine>();
        foreach (var line in Chain(10)) lines.Add(Sealed(line with { Facts = line.Facts with { At = line.Facts.Number == 6 ? line.Facts.At.AddDays(-1) : line.Facts.At } }, lines.Count == 0 ? RevisionChain.Beginning : lines[^1].Hash));
        var report = Walk(lines);
        Assert.Null(report.First);
        Assert.Equal([6L], report.EarlierThanBefore);
    }

    private static ChainReport Walk(IEnumerable<ChainLine> lines, (long, byte[])? kept = null)
    {
        var check = new ChainCheck(kept);
        foreach (var line in lines) check.Take(line);
        return check.Report();
    }

    private static List<ChainLine> Chain(int count, int from = int.MaxValue)
    {
        var lines = new List<ChainLine>();
        for (var i = 1; i <= count; i++)
        {
            var facts = new RevisionFacts(i, "Events", i / 5, "Title", new DateTime(2026, 1, 1).AddSeconds(i), new Guid(i, 0, 0, new byte[8]), new Guid(0, (short)i, 0, new byte[8]));
            var line = new ChainLine(facts, $"old {i}", i < from ? $"new {i}" : "forged", "because", "editor", [.. Enumerable.Repeat((byte)i, RevisionChain.SaltLength)], [], []);
            lines.Add(Sealed(line, i == 1 ? RevisionChain.Beginning : lines[^1].Hash));
        }
        return lines;
    }

    private static ChainLine Sealed(ChainLine line, byte[] before)
    {
        var digest = RevisionChain.Digest(line.Salt!, line.Old, line.New, line.Why, line.Who);
        return line with { Digest = digest, Hash = RevisionChain.Hash(before, line.Facts, digest) };
    }
}
