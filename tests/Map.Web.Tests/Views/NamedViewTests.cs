using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Map.Core.Views;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Views;

/// <summary>What a running server answers at the addresses of named views.</summary>
public sealed partial class NamedViewTests(NamedViewTests.Site site) : IClassFixture<NamedViewTests.Site>
{
    private readonly WebHost host = site.Host;

    [Fact]
    public async Task An_embed_of_a_view_shows_what_the_view_says_and_the_address_goes_before_it()
    {
        var html = await host.Http.GetStringAsync("/embed?view=azaz-2019");
        Assert.Contains("<html lang=\"en\" dir=\"ltr\" data-theme=\"dark\">", html, StringComparison.Ordinal);
        Assert.Contains("""<h1 class="embed-title" dir="auto">Azaz &lt;b&gt;2019&lt;/b&gt;</h1>""", html, StringComparison.Ordinal);
        Assert.Contains(">30 November 2019</time>", html, StringComparison.Ordinal);
        Assert.Contains("""<p class="embed-caption" dir="auto">Two roads""", html, StringComparison.Ordinal);
        Assert.Contains("data-hidden=\"legend time\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-time-bar", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-preview", html, StringComparison.Ordinal);
        var options = Options(html);
        Assert.Equal(("?date=2019-11-30&window=30d&at=36.58,37.04,10&layers=control,events&types=clash,strike", false, 1), (options.Look!.Query, options.CanPick, options.Look.Unnamed.Count));
        Assert.Equal((new HolderColour("hts", "#2c7fb8"), new MapCallout(36.6, 37.05, "left", "Border <i>crossing</i>")), (Assert.Single(options.Look.Colours), Assert.Single(options.Look.Callouts)));
        // The full map has the same state in its own address.
        Assert.Contains("href=\"/?date=2019-11-30&amp;window=30d&amp;at=36.58,37.04,10&amp;layers=control,events&amp;types=clash,strike&amp;view=azaz-2019\"", html, StringComparison.Ordinal);

        var other = await host.Http.GetStringAsync($"/embed?view={Site.Key}&lang=ar&theme=auto&date=2018-01-20&title=Mine");
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", other, StringComparison.Ordinal);
        Assert.Contains(">Mine</h1>", other, StringComparison.Ordinal);
        Assert.Contains("20 كانون الثاني 2018", other, StringComparison.Ordinal);
        Assert.Contains("طريقان.", other, StringComparison.Ordinal);
        Assert.Equal("المعبر", Assert.Single(Options(other).Look!.Callouts).Text);
        Assert.Null(Options(await host.Http.GetStringAsync("/embed")).Look);
    }

    [Theory]
    [InlineData("view=nothing")]
    [InlineData("view=")]
    [InlineData("view=draft77")]
    [InlineData("view=gone777")]
    [InlineData("view=pulled7")]
    [InlineData("preview=x")]
    [InlineData("preview=x&view=azaz-2019")]
    public async Task What_is_no_public_view_is_not_there_and_tells_nothing(string query)
    {
        var answer = await host.Http.GetAsync("/embed?" + query);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("data-map", html, StringComparison.Ordinal);
        Assert.Contains("not published", html, StringComparison.Ordinal);
        if (query.StartsWith("view=", StringComparison.Ordinal) && query.Length > 5)
        {
            foreach (var path in new[] { "/v/{0}", "/v/{0}/embed", "/data/view/{0}.json" }) Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(path.Replace("{0}", query[5..], StringComparison.Ordinal))).StatusCode);
            // The map itself is there; only the view is not.
            Assert.DoesNotContain("secret", await host.Http.GetStringAsync("/?" + query), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/embed?view=azaz-2019", "'self' https://example.org http://localhost:5400")]
    [InlineData("/embed?view=open777", "*")]
    [InlineData("/embed", "*")]
    [InlineData("/embed?view=nothing", "*")]
    public async Task A_view_names_who_may_frame_it_in_one_header(string path, string framers)
    {
        var policy = Assert.Single((await host.Http.GetAsync(path)).Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith($"frame-ancestors {framers}", policy, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(policy, "frame-ancestors"));
    }

    [Fact]
    public async Task Where_the_site_names_who_may_frame_a_view_names_fewer_and_never_more()
    {
        await using var strict = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Map:EmbedFrameAncestors"] = "https://example.org https://paper.example" });
        await Site.PlantAsync(strict);
        Assert.EndsWith("frame-ancestors 'self' https://example.org", Policy(await strict.Http.GetAsync("/embed?view=azaz-2019")), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://example.org https://paper.example", Policy(await strict.Http.GetAsync("/embed?view=open777")), StringComparison.Ordinal);

        static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
    }

    [Fact]
    public async Task The_short_address_leads_to_the_map_with_the_whole_state_and_the_views_words_above_it()
    {
        var to = (await host.Http.GetAsync("/v/" + Site.Key)).Headers.Location!.OriginalString;
        Assert.Equal("/?date=2019-11-30&window=30d&at=36.58,37.04,10&layers=control,events&types=clash,strike&view=azaz-2019", to);
        var html = await host.Http.GetStringAsync(to);
        Assert.Contains("data-view-strip=\"azaz-2019\"", html, StringComparison.Ordinal);
        Assert.Contains("Two roads", html, StringComparison.Ordinal);
        Assert.Equal("#2c7fb8", Options(html).Look!.Colours[0].Colour);
        // No more than its name is enough.
        Assert.Equal(to, (await host.Http.GetAsync("/?view=" + Site.Key)).Headers.Location!.OriginalString.Replace(host.Address.ToString(), "/", StringComparison.Ordinal));
        // What the address says itself goes before the view.
        Assert.Contains("date=2018-01-20&window=30d", (await host.Http.GetAsync("/v/azaz-2019?date=2018-01-20&lang=ar")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/embed?view=azaz-2019&lang=ar", (await host.Http.GetAsync($"/v/{Site.Key}/embed?lang=ar")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_view_is_printed_under_its_own_words_as_its_query_says()
    {
        var to = (await host.Http.GetAsync("/v/azaz-2019/print.svg?paper=square")).Headers.Location!.OriginalString;
        Assert.Equal("/print.svg?view=azaz-2019&paper=square", to);
        var svg = await host.Http.GetStringAsync(to);
        Assert.Contains("data-date=\"2019-11-30\" data-window=\"30d\"", svg, StringComparison.Ordinal);
        Assert.Contains("Border &lt;i&gt;crossing&lt;/i&gt;", svg, StringComparison.Ordinal);
        Assert.Contains("Azaz &lt;b&gt;2019&lt;/b&gt;", svg, StringComparison.Ordinal);
        Assert.Contains("lang=ar", (await host.Http.GetAsync("/v/azaz-2019/print.pdf?lang=ar")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/v/azaz-2019/print.exe")).StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_may_ask_what_a_view_shows()
    {
        var answer = await host.Http.GetAsync("/data/view/azaz-2019.json?lang=ar");
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("azaz-2019", "أعزاز", "?date=2019-11-30&window=30d&at=36.58,37.04,10&layers=control,events&types=clash,strike"),
            (told.GetProperty("view").GetString(), told.GetProperty("title").GetString(), told.GetProperty("query").GetString()));
        Assert.DoesNotContain("example.org", told.ToString(), StringComparison.Ordinal);
        // By its version an embed that is open knows of a change.
        Assert.Equal(Options(await host.Http.GetStringAsync("/embed?view=azaz-2019")).Look!.Version, told.GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("/v/azaz-2019", "/embed?view=azaz-2019", "Azaz <b>2019</b>, 30 November 2019")]
    [InlineData("/v/k7k7k7k/embed?lang=ar", "/embed?lang=ar&view=azaz-2019", "أعزاز، 30 تشرين الثاني 2019")]
    [InlineData("/embed?view=azaz-2019&date=2018-01-20", "/embed?view=azaz-2019&date=2018-01-20", "Azaz <b>2019</b>, 20 January 2018")]
    [InlineData("/?date=2019-11-30&window=30d&at=36.58,37.04,10&layers=control,events&types=clash,strike&view=azaz-2019", "/embed?view=azaz-2019", "Azaz <b>2019</b>, 30 November 2019")]
    public async Task A_system_that_is_given_a_views_address_is_answered_with_its_embed(string path, string framed, string title)
    {
        var site = host.Address.GetLeftPart(UriPartial.Authority);
        var said = await host.Http.GetFromJsonAsync<JsonElement>("/oembed?url=" + Uri.EscapeDataString(site + path));
        Assert.Equal(title.Replace("، ", ", ", StringComparison.Ordinal), said.GetProperty("title").GetString()!.Replace("، ", ", ", StringComparison.Ordinal));
        Assert.Contains($"src=\"{site}{WebUtility.HtmlEncode(framed)}\"", said.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v/draft77", 401)]
    [InlineData("/embed?view=pulled7", 401)]
    [InlineData("/v/gone777/embed", 401)]
    [InlineData("/v/nothing", 404)]
    [InlineData("/embed?view=", 404)]
    [InlineData("/v/", 404)]
    [InlineData("/v/azaz-2019/more", 404)]
    public async Task Of_a_view_that_is_not_public_it_is_told_no_more_than_that(string path, int status)
    {
        var answer = await host.Http.GetAsync("/oembed?url=" + Uri.EscapeDataString(host.Address.GetLeftPart(UriPartial.Authority) + path));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_view_that_is_held_fast_says_as_of_when_and_shows_the_files_of_that_day()
    {
        var clock = new SetClock();
        await using var server = await WebHost.StartSmallAsync(clock: clock);
        var today = clock.Go(0);
        await server.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Views.Add(new() { Key = "fast777", Title = "Fast", Status = "published", KnownOn = today }).Entity.Key));
        // The day is not over: what is known now is what is known on it.
        var same = await server.Http.GetStringAsync("/embed?view=fast777");
        Assert.Contains($"data-frozen=\"{today}\"", same, StringComparison.Ordinal);
        Assert.Equal("/data/", Options(same).DataUrl);

        clock.Go(1);
        var later = await server.Http.GetStringAsync("/embed?view=fast777");
        Assert.Contains("As published on ", later, StringComparison.Ordinal);
        Assert.Equal($"/data/known/{today}/", Options(later).DataUrl);
        Assert.Contains($"known={today}", (await server.Http.GetAsync("/v/fast777")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("data-frozen", await server.Http.GetStringAsync($"/embed?view=fast777&known={today}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frame_of_a_form_shows_what_is_typed_to_this_site_alone_and_lets_a_spot_be_pointed_at()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        var previews = host.Services.GetRequiredService<ViewPreviews>();
        previews.Put("of-a-form", await NamedView.OfAsync(db, new ViewRow { Title = "Half typed", Callouts = "[erased]" }, default));
        var answer = await host.Http.GetAsync("/embed?preview=of-a-form&pick=1");
        Assert.EndsWith("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Half typed", html, StringComparison.Ordinal);
        Assert.Contains("data-preview", html, StringComparison.Ordinal);
        Assert.Equal((true, 0), (Options(html).CanPick, Options(html).Look!.Callouts.Count));
        Assert.False(Options(await host.Http.GetStringAsync("/embed?preview=of-a-form")).CanPick);
        previews.Drop("of-a-form");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/embed?preview=of-a-form")).StatusCode);
    }

    private static MapOptions Options(string html) => JsonSerializer.Deserialize<MapOptions>(WebUtility.HtmlDecode(OptionsIn().Match(html).Groups[1].Value), JsonSerializerOptions.Web)!;

    [GeneratedRegex("data-options=\"([^\"]*)\"")]
    private static partial Regex OptionsIn();

    /// <summary>A server with views in every state.</summary>
    public sealed class Site : IAsyncLifetime
    {
        public const string Key = "k7k7k7k";

        public WebHost Host { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Host = await WebHost.StartSmallAsync();
            await PlantAsync(Host);
        }

        public static Task PlantAsync(WebHost host) => host.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            var place = await db.Places.OrderBy(it => it.Id).Select(it => it.Key).FirstAsync();
            db.Views.AddRange(
                new ViewRow
                {
                    Key = Key,
                    Slug = "azaz-2019",
                    Title = "Azaz <b>2019</b>",
                    TitleAr = "أعزاز",
                    Caption = "Two roads\nand a border.",
                    CaptionAr = "طريقان.",
                    Date = "2019-11-30",
                    At = "36.58,37.04,10",
                    Layers = "control,events",
                    Filters = "types=clash,strike",
                    Theme = "dark",
                    Hidden = "legend time",
                    Unnamed = place,
                    Colours = "hts=#2c7fb8",
                    Callouts = ViewLooks.Stored([new DraftCallout { At = "36.6, 37.05", Side = "left", Text = "Border <i>crossing</i>", TextAr = "المعبر" }]),
                    Framers = "https://example.org http://localhost:5400",
                    Status = "published",
                },
                new ViewRow { Key = "open777", Title = "Open", Status = "published" },
                new ViewRow { Key = "draft77", Title = "Secret draft", Status = "draft" },
                new ViewRow { Key = "pulled7", Title = "Secret withdrawn", Status = "withdrawn" },
                new ViewRow { Key = "gone777", Title = "Secret deleted", Status = "published", DeletedAt = DateTime.UtcNow });
            return true;
        });

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
