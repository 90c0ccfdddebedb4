using System.Globalization;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Map.Web.Tests.EditEvents;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Map.Web.Tests.Faults;

/// <summary>Editors who have one event open at a time and save it in any order, each as the form does: refused, shown the differences, and saved with both.</summary>
public class TwoEditorsTests(ITestOutputHelper output)
{
    private static readonly Editor[] Editors = [Desk.Editor, new("omar", "Omar"), new("lina", "Lina")];

    [Fact]
    public async Task However_saves_of_one_event_fall_no_field_is_lost_and_each_stands_under_who_wrote_it()
    {
        using var desk = await OpenAsync();
        var first = Desk.Whole();
        Assert.True((await desk.SaveAsync(first)).Saved);
        var (random, rounds, conflicts, both) = (new Random(20261122), Rounds.Of(30, 200), 0, 0);
        for (var round = 0; round < rounds; round++)
        {
            // One more editor in every fourth round: somebody saves while two versions are being put together.
            var hands = Editors.Take(round % 4 == 3 ? 3 : 2).Select(who => new Hand(desk, who, round)).ToList();
            foreach (var hand in hands) { await hand.OpenAsync(first.Id); }
            var (before, line) = (hands[0].Seen!, await LastLineAsync(desk));
            foreach (var hand in hands) { hand.Change([.. Field.All.OrderBy(_ => random.Next()).Take(random.Next(1, 6))]); }
            await Task.WhenAll(hands.OrderBy(_ => random.Next()).Select(hand => Task.Run(hand.SaveAsync)));

            var after = await desk.OpenAsync(first.Id);
            var written = await LinesAsync(desk, line);
            foreach (var field in Field.All)
            {
                var writers = hands.Where(hand => hand.Changed.Contains(field)).ToList();
                var expected = writers.Count == 0 ? [field.Read(before)] : writers.Select(hand => hand.Wrote(field)).ToList();
                Assert.True(expected.Contains(field.Read(after)), $"Round {round}, {field.Name}: “{field.Read(after)}” is none of “{string.Join("”, “", expected)}”");
                // Where several wrote, all but the first were asked which is to stand.
                Assert.True(hands.Count(hand => hand.Asked.Contains(field.Label)) >= writers.Count - 1, $"Round {round}, {field.Name}: nobody was asked");
                foreach (var hand in writers)
                {
                    Assert.True(written.Contains((hand.Who.Name, field.InHistory(hand.Wrote(field)))), $"Round {round}, {field.Name}: the history has no line of what {hand.Who.Name} wrote");
                }
                both += writers.Count > 1 ? 1 : 0;
            }
            conflicts += hands.Sum(hand => hand.Conflicts);
        }
        Assert.True(conflicts >= rounds, $"{conflicts} saves met another one in {rounds} rounds");
        Assert.True(both > 0, "Nobody ever wrote into the same field");
        Assert.Null(StoredChain.Walk(desk.Database.Folder.Database, null).First);
        output.WriteLine($"» C1 {rounds} interleavings, {conflicts} saves met another one, {both} fields were written by several: 0 lost, each writer in the history");
    }

    [Fact]
    public async Task Whoever_saves_while_two_versions_are_being_put_together_loses_nothing_either()
    {
        using var desk = await OpenAsync();
        var first = Desk.Whole();
        await desk.SaveAsync(first);
        var (a, b, c) = (new Hand(desk, Editors[0], 0), new Hand(desk, Editors[1], 0), new Hand(desk, Editors[2], 0));
        foreach (var hand in new[] { a, b, c }) { await hand.OpenAsync(first.Id); }
        a.Change([Field.Of("Description")]);
        b.Change([Field.Of("TitleAr")]);
        c.Change([Field.Of("Quote"), Field.Of("Place")]);
        await a.SaveAsync();
        // Refused, and before the choices are saved a third one is recorded.
        Assert.False(await b.TryAsync());
        await c.SaveAsync();
        await b.SaveAsync();

        var after = await desk.OpenAsync(first.Id);
        foreach (var hand in new[] { a, b, c })
            foreach (var field in hand.Changed) { Assert.Equal(hand.Wrote(field), field.Read(after)); }
    }

    /// <summary>One editor with the form open.</summary>
    private sealed class Hand(Desk desk, Editor who, int round)
    {
        private EventDraft draft = null!;
        private EventDraft wrote = null!;

        public Editor Who => who;
        public EventDraft? Seen { get; private set; }
        public IReadOnlyList<Field> Changed { get; private set; } = [];
        public HashSet<string> Asked { get; } = [];
        public int Conflicts { get; private set; }

        public async Task OpenAsync(long id)
        {
            draft = await desk.OpenAsync(id);
            Seen = DraftJson.Copy(draft);
        }

        public void Change(IReadOnlyList<Field> fields)
        {
            Changed = fields;
            foreach (var field in fields) { field.Write(draft, $"{who.Name} {round.ToString(CultureInfo.InvariantCulture)}"); }
            draft.Reason = "read again";
            wrote = DraftJson.Copy(draft);
        }

        public string Wrote(Field field) => field.Read(wrote);

        public async Task SaveAsync()
        {
            while (!await TryAsync()) { }
        }

        /// <summary>One press of the button: of the form's, or of the one below the differences.</summary>
        public async Task<bool> TryAsync()
        {
            // A place far from the typed position is meant.
            draft.PositionConfirmed = true;
            var outcome = await desk.Save.RunAsync(draft, who, Guid.NewGuid());
            Assert.True(outcome.Problems.Count == 0, string.Join("; ", outcome.Problems));
            if (outcome.Theirs is null) { return true; }
            Conflicts++;
            var merge = new DraftMerge(Seen, draft, outcome.Theirs, (english, _) => english);
            Asked.UnionWith(merge.Choices.Where(choice => choice.BothChanged).Select(choice => choice.Label.Split("”: ")[^1]));
            draft = merge.Merged("read again");
            Seen = merge.Theirs;
            return false;
        }
    }

    /// <summary>A field of the form, and what an editor puts there.</summary>
    private sealed record Field(string Name, string Label, Func<EventDraft, string> Read, Action<EventDraft, string> Write)
    {
        private static readonly string[] Places = ["azaz", "idlib", "azaz-2", "idlib-2"];

        /// <summary>What of it stands in the history.</summary>
        public Func<string, string> InHistory { get; init; } = words => words;

        public static readonly IReadOnlyList<Field> All =
        [
            new("Title", "Title", d => d.Title, (d, who) => d.Title = $"A title by {who}"),
            new("TitleAr", "Title in Arabic", d => d.TitleAr, (d, who) => d.TitleAr = $"عنوان {who}"),
            new("Description", "Description", d => d.Description, (d, who) => d.Description = $"As {who} tells it.\nIn two lines."),
            new("SourcePhrase", "The source's words for the date", d => d.SourcePhrase, (d, who) => d.SourcePhrase = $"when {who} says"),
            new("PrivateNote", "Private note", d => d.PrivateNote, (d, who) => d.PrivateNote = $"A note by {who}"),
            new("GradeReason", "Summary grade", d => d.GradeReason, (d, who) => d.GradeReason = $"{who} doubts it"),
            // Two and two are called alike.
            new("Place", "Place", d => d.PlaceKey, (d, who) => (d.PlaceKey, d.PlaceName) = Other(d.PlaceKey, who)) { InHistory = key => (Array.IndexOf(Places, key) + 1).ToString(CultureInfo.InvariantCulture) },
            new("Figures", "people detained", d => d.Figures.Single(f => f.Kind == "detained").High, (d, who) => d.Figures.Single(f => f.Kind == "detained").High = Number(who)),
            new("Says", "what it says", d => d.Claims[0].Says, (d, who) => d.Claims[0].Says = $"{who} heard it otherwise"),
            new("Quote", "the source's own words", d => d.Claims[0].Quote, (d, who) => d.Claims[0].Quote = $"we told {who}"),
            new("ClaimantText", "who says it", d => d.Claims[0].ClaimantText, (d, who) => d.Claims[0].ClaimantText = $"to {who}"),
            new("RadiusKm", "kilometres around it", d => d.Claims[0].RadiusKm, (d, who) => d.Claims[0].RadiusKm = $"{Number(who)}.5"),
            new("SaysAr", "what it says, in Arabic", d => d.Claims[1].SaysAr, (d, who) => d.Claims[1].SaysAr = $"سمع {who}"),
        ];

        public static Field Of(string name) => All.Single(field => field.Name == name);

        public override string ToString() => Name;

        /// <summary>Different for each hand of a round, and from what the round before left.</summary>
        private static (string, string) Other(string now, string who)
        {
            var others = Places.Where(place => place != now).ToList();
            var key = others[Array.FindIndex(Editors, it => who.StartsWith(it.Name, StringComparison.Ordinal))];
            return (key, key.StartsWith("idlib", StringComparison.Ordinal) ? "Idlib" : "Azaz");
        }

        private static string Number(string who)
        {
            var (name, round) = (who.Split(' ')[0], int.Parse(who.Split(' ')[1], CultureInfo.InvariantCulture));
            return (10 + (round * 3) + Array.FindIndex(Editors, it => it.Name == name)).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static async Task<long> LastLineAsync(Desk desk)
    {
        await using var db = desk.Database.Dbs.CreateDbContext();
        return await db.Revisions.MaxAsync(line => line.Id);
    }

    private static async Task<HashSet<(string Who, string? New)>> LinesAsync(Desk desk, long after)
    {
        await using var db = desk.Database.Dbs.CreateDbContext();
        return [.. (await db.Revisions.Where(line => line.Id > after).ToListAsync()).Select(line => (line.Who, line.New))];
    }

    private static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.OpenAsync();
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            foreach (var who in Editors.Skip(1))
            {
                db.Users.Add(new() { Id = who.Id, UserName = $"{who.Id}@example.org", DisplayName = who.Name });
                db.UserRoles.Add(new IdentityUserRole<string> { UserId = who.Id, RoleId = Roles.Editor });
            }
            db.Places.Add(new() { Id = 3, Key = "azaz-2", Name = "Azaz", Latitude = 35.2, Longitude = 36.9, Kind = "village", Rank = 5, Adm1 = "Hama" });
            db.Places.Add(new() { Id = 4, Key = "idlib-2", Name = "Idlib", Latitude = 35.3, Longitude = 36.8, Kind = "village", Rank = 5, Adm1 = "Hama" });
            return Task.FromResult(true);
        });
        return desk;
    }
}
