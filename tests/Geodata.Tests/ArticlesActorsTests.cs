using System.IO.Compression;
using Map.Core.Time;

namespace Geodata.Tests;

/// <summary>The actors, their names and their dated relations.</summary>
public sealed class ArticlesActorsTests
{
    private static readonly string[] RelationKinds = ["formed_from", "merged_into", "split_from", "left", "renamed_to", "part_of", "allied_with", "led_by", "member_of", "deputy_of"];

    [Fact]
    public void Keys_are_unique_slugs_and_kinds_are_known()
    {
        Assert.Equal(ArticlesFiles.Actors.Count, ArticlesFiles.Actors.DistinctBy(actor => actor.Key).Count());
        Assert.All(ArticlesFiles.Actors, actor =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", actor.Key);
            Assert.Contains(actor.Kind, (string[])["group", "person", "state", "service", "force", "civilians"]);
            Assert.True(actor.Valid.Length == 0 || EdtfText.TryParse(actor.Valid, out _, out _), $"{actor.Key}: {actor.Valid}");
        });
    }

    [Fact]
    public void Holders_and_sources_of_actors_resolve()
    {
        var holders = ArticlesFiles.Rows("control/holders.csv", row => row["id"]).ToHashSet();
        var sources = ArticlesFiles.Keys("sources.csv");
        Assert.All(ArticlesFiles.Actors, actor => Assert.True(actor.Holder.Length == 0 || holders.Contains(actor.Holder), $"{actor.Key}: no holder {actor.Holder}"));
        Assert.All(ArticlesFiles.Actors, actor => Assert.Contains(actor.Source, sources));
        Assert.All(ArticlesFiles.Names, name => Assert.True(name.Source.Length == 0 || sources.Contains(name.Source), $"{name.Key}: no source {name.Source}"));
        Assert.All(ArticlesFiles.Relations, relation => Assert.Contains(relation.Source, sources));
    }

    [Fact]
    public void Every_main_name_is_also_in_the_list_of_names()
    {
        var names = ArticlesFiles.Names.Select(name => (name.Key, name.Name)).ToHashSet();
        Assert.All(ArticlesFiles.Actors, actor =>
        {
            Assert.Contains((actor.Key, actor.Name), names);
            Assert.True(actor.NameAr.Length == 0 || names.Contains((actor.Key, actor.NameAr)), actor.Key);
        });
        var actors = ArticlesFiles.Actors.Select(actor => actor.Key).ToHashSet();
        Assert.All(ArticlesFiles.Names, name => Assert.Contains(name.Key, actors));
        Assert.Equal(ArticlesFiles.Names.Count, ArticlesFiles.Names.DistinctBy(name => (name.Key, name.Name, name.Language)).Count());
    }

    [Fact]
    public void A_name_means_one_actor() =>
        Assert.All(ArticlesFiles.Names.GroupBy(name => name.Name), same => Assert.Single(same.Select(name => name.Key).Distinct()));

    [Fact]
    public void Every_side_UCDP_names_is_the_name_of_one_actor()
    {
        using var packed = File.OpenRead(Path.Combine(ArticlesFiles.Folder, "events/ucdp_ged_syria_2016-2019.csv.gz"));
        using var plain = new GZipStream(packed, CompressionMode.Decompress);
        var sides = ArticlesFiles.Rows(plain, row => (string[])[row["side_a"], row["side_b"]]).SelectMany(side => side).Distinct();
        var names = ArticlesFiles.Names.Select(name => name.Name).ToHashSet();
        Assert.All(sides, side => Assert.Contains(side, names));
    }

    [Fact]
    public void Spellings_of_the_same_person_lead_to_one_actor()
    {
        var keys = ArticlesFiles.Names.ToLookup(name => name.Name, name => name.Key);
        Assert.All((string[])["Julani", "Jolani", "Abu Muhammad al-Julani", "الجولاني"], name => Assert.Equal(["abu-mohammad-al-jolani"], keys[name].Distinct()));
        Assert.All((string[])["Zakour", "Jihad Issa al-Shaikh", "جهاد عيسى الشيخ"], name => Assert.Equal(["abu-ahmad-zakour"], keys[name].Distinct()));
        Assert.All((string[])["Muzamjer al-Sham", "مزمجر الشام"], name => Assert.Equal(["saleh-al-hamwi"], keys[name].Distinct()));
        Assert.All((string[])["Qutaiba Badawi", "المغيرة بنش"], name => Assert.Equal(["al-mughira-binnish"], keys[name].Distinct()));
    }

    [Fact]
    public void Relations_join_known_actors_and_are_dated()
    {
        var actors = ArticlesFiles.Actors.Select(actor => actor.Key).ToHashSet();
        Assert.Equal(ArticlesFiles.Relations.Count, ArticlesFiles.Relations.DistinctBy(relation => relation.Id).Count());
        Assert.All(ArticlesFiles.Relations, relation =>
        {
            Assert.Contains(relation.From, actors);
            Assert.Contains(relation.To, actors);
            Assert.NotEqual(relation.From, relation.To);
            Assert.Contains(relation.Kind, RelationKinds);
            Assert.True(EdtfText.TryParse(relation.Date, out _, out var problem), $"{relation.Id}: {problem}");
            Assert.NotEmpty(relation.Claimant);
            Assert.Matches("^[1-6]$", relation.Credibility);
        });
    }

    [Fact]
    public void HTS_was_formed_in_January_2017_of_six_named_groups() =>
        Assert.Equal(
            ["ansar-al-din", "jabhat-fateh-al-sham", "jaish-al-ahrar", "jaysh-al-sunna", "liwa-al-haq", "nour-al-din-al-zenki"],
            ArticlesFiles.Relations.Where(relation => relation is { From: "hts", Kind: "formed_from", Date: "2017-01" }).Select(relation => relation.To).Order());

    [Fact]
    public void Who_led_HTS_is_told_differently_and_dated()
    {
        var leaders = ArticlesFiles.Relations.Where(relation => relation is { From: "hts", Kind: "led_by" }).ToList();
        Assert.Equal(["abu-mohammad-al-jolani", "hashem-al-sheikh"], leaders.Select(relation => relation.To).Distinct().Order());
        Assert.Equal(4, leaders.Select(relation => relation.Source).Distinct().Count());
    }

    [Fact]
    public void The_blocs_within_HTS_have_the_leaders_the_article_names() =>
        Assert.Equal(
            ["abu-ahmad-zakour", "abu-hasan-600", "abu-malik-al-tali", "abu-maria-al-qahtani", "al-mughira-binnish"],
            ArticlesFiles.Relations.Where(relation => relation.Kind == "led_by" && relation.From.EndsWith("-bloc", StringComparison.Ordinal)).Select(relation => relation.To).Order());
}
