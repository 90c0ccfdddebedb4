using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Data;

public class VersionTests
{
    [Fact]
    public async Task A_place_gets_a_new_version_with_each_change_of_it_or_of_its_names()
    {
        using var database = await TestDatabase.CreateAsync();
        var id = await database.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            var place = new PlaceRow { Key = "somewhere", Name = "Somewhere" };
            db.Places.Add(place);
            await db.SaveChangesAsync();
            return place.Id;
        });
        var made = await VersionAsync(database, id);
        await database.Gate.RunAsync(TestDatabase.Request(), async db => (await db.Places.SingleAsync(p => p.Id == id)).PublicPrecision = "district");
        var coarser = await VersionAsync(database, id);
        var naming = TestDatabase.Request();
        await database.Gate.RunAsync(naming, async db =>
        {
            (await db.Places.SingleAsync(p => p.Id == id)).Names.Add(new PlaceNameRow { Name = "مكان", Language = "ar", Script = "Arab" });
            return id;
        });
        var named = await VersionAsync(database, id);

        Assert.Equal(4, new[] { Guid.Empty, made, coarser, named }.Distinct().Count());
        await using var read = database.Dbs.CreateDbContext();
        Assert.All(await read.Revisions.Where(r => r.RequestId == naming.RequestId).ToListAsync(), r => Assert.Equal(("Places", id, named), (r.Table, r.RowId, r.Version)));
    }

    [Fact]
    public async Task Of_a_pasted_text_the_history_keeps_the_hash_and_never_the_words()
    {
        using var database = await TestDatabase.CreateAsync();
        var request = TestDatabase.Request();
        await database.Gate.RunAsync(request, async db =>
        {
            var article = new ArticleRow { Title = "A report", Text = "words of somebody else", Sha256 = "ab12" };
            article.Drafts.Add(new ArticleDraftRow { Start = 0, Length = 5, Type = "clash", Decision = "dropped" });
            db.Articles.Add(article);
            await db.SaveChangesAsync();
            return article.Id;
        });

        await using var read = database.Dbs.CreateDbContext();
        var article = await read.Articles.SingleAsync();
        var revisions = await read.HistoryOf("Articles", article.Id).ToListAsync();
        Assert.Contains(revisions, r => (r.Field, r.New) == ("Sha256", "ab12"));
        Assert.Contains(revisions, r => r.Field.StartsWith("Drafts/", StringComparison.Ordinal) && r.New == "dropped");
        Assert.DoesNotContain(revisions, r => r.New?.Contains("somebody else", StringComparison.Ordinal) ?? false);
        Assert.Equal(article.Version, revisions[0].Version);
        Assert.NotEqual(Guid.Empty, article.Version);
    }

    private static async Task<Guid> VersionAsync(TestDatabase database, long id)
    {
        await using var read = database.Dbs.CreateDbContext();
        return await read.Places.Where(p => p.Id == id).Select(p => p.Version).SingleAsync();
    }
}
