using System.Security.Cryptography;
using System.Text;
using Map.Core.Chain;

namespace Map.Core.Tests.Chain;

public class RevisionChainTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(it => (byte)it)];
    private static readonly RevisionFacts Line = new(7, "Events", 4001, "Title", new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc).AddTicks(1234567),
        Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), Guid.Parse("ffeeddcc-bbaa-9988-7766-554433221100"));

    [Fact]
    public void The_digest_is_of_salt_and_texts_in_the_written_order()
    {
        byte[] bytes = [.. Salt, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 5, .. "Clash"u8, 0, 0, 0, 0, 0, 0, 0, 8, .. Encoding.UTF8.GetBytes("سارة")];
        Assert.Equal(SHA256.HashData(bytes), RevisionChain.Digest(Salt, null, "Clash", "", "سارة"));
    }

    [Fact]
    public void The_hash_is_of_the_one_before_and_the_line_in_the_written_order()
    {
        var digest = RevisionChain.Digest(Salt, "a", "b", "c", "d");
        byte[] bytes =
        [
            .. new byte[32], 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 6, .. "Events"u8, 0, 0, 0, 0, 0, 0, 0x0f, 0xa1, 0, 0, 0, 5, .. "Title"u8, .. Convert.FromHexString(Line.At.Ticks.ToString("x16", null)),
            0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff,
            0xff, 0xee, 0xdd, 0xcc, 0xbb, 0xaa, 0x99, 0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11, 0x00, .. digest,
        ];
        Assert.Equal(SHA256.HashData(bytes), RevisionChain.Hash(RevisionChain.Beginning, Line, digest));
        Assert.Equal("f695743c7ff4e6f5ffc9f846f05287cb2127132c17e357e99c63edd96db0c536", Convert.ToHexStringLower(RevisionChain.Hash(RevisionChain.Beginning, Line, digest)));
    }

    [Fact]
    public void No_text_can_pass_from_one_field_into_the_next_unnoticed()
    {
        string?[][] texts = [["ab", "c", null, "x"], ["a", "bc", null, "x"], ["ab", "c", "", "x"], [null, "abc", null, "x"], ["abc", null, null, "x"], ["abc", "", null, "x"], ["ab", "c", "x", null]];
        Assert.Equal(texts.Length, texts.Select(it => Convert.ToHexString(RevisionChain.Digest(Salt, it[0], it[1], it[2], it[3]))).Distinct().Count());
    }

    [Fact]
    public void Whatever_of_a_line_is_another_makes_another_hash()
    {
        var digest = RevisionChain.Digest(Salt, "a", "b", "c", "d");
        var other = RevisionChain.Digest(RevisionChain.NewSalt(), "a", "b", "c", "d");
        RevisionFacts[] lines =
        [
            Line, Line with { Number = 8 }, Line with { Table = "Event" }, Line with { RowId = 4002 }, Line with { Field = "TitleAr" }, Line with { At = Line.At.AddTicks(1) },
            Line with { RequestId = Guid.NewGuid() }, Line with { Version = Guid.NewGuid() },
        ];
        var hashes = lines.Select(line => RevisionChain.Hash(RevisionChain.Beginning, line, digest)).Append(RevisionChain.Hash(digest, Line, digest)).Append(RevisionChain.Hash(RevisionChain.Beginning, Line, other)).ToList();
        Assert.Equal(10, hashes.Select(Convert.ToHexString).Distinct().Count());
    }
}
