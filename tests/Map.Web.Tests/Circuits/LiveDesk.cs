using System.Globalization;
using System.Security.Claims;
using Bunit;
using Map.Web.Canvas;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Circuits;

/// <summary>A whole server, and forms of it drawn without a browser for a reviewer, who publishes by themselves.</summary>
public sealed class LiveDesk : IAsyncLifetime, IAsyncDisposable
{
    public const string Person = "reviewer";
    private readonly List<BunitContext> pages = [];
    private AsyncServiceScope scope;

    public WebHost Host { get; private set; } = null!;
    public IServiceProvider All => scope.ServiceProvider;
    public ServerDrafts Drafts => Host.Services.GetRequiredService<ServerDrafts>();
    public static Editor Editor => Identities.EditorOf(Person);

    public static async Task<LiveDesk> OpenAsync()
    {
        var desk = new LiveDesk();
        await desk.InitializeAsync();
        return desk;
    }

    public async Task InitializeAsync()
    {
        Host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(Host);
        scope = Host.Services.CreateAsyncScope();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>The form as its page opens it, with what was kept of it, once it can be used.</summary>
    public async Task<IRenderedComponent<IComponent>> FormAsync(DeskForm form, int number, TimeProvider? clock = null)
    {
        var page = Page(clock);
        var drawn = form.Render(page, number);
        await drawn.WaitForElementAsync("[data-live=true]");
        return drawn;
    }

    /// <summary>Leaves every page that is open.</summary>
    public async Task LeaveAsync()
    {
        foreach (var page in pages) { await page.DisposeAsync(); }
        pages.Clear();
    }

    private BunitContext Page(TimeProvider? clock)
    {
        var page = new BunitContext();
        pages.Add(page);
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        page.Services
            .AddSingleton(Language.English)
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(new EditorNow(new SignedIn(), Host.Dbs))
            .AddTransient(_ => new BrowserDrafts(new EmptyBrowser()))
            .AddTransient(_ => new MapClient(new EmptyBrowser()));
        page.Services.AddFallbackServiceProvider(scope.ServiceProvider);
        return page;
    }

    /// <summary>Lines of the log of acts, and of the history.</summary>
    public (long Acts, long Lines) Lines => (Number("SELECT COUNT(*) FROM Audit"), Number("SELECT COUNT(*) FROM Revisions"));

    /// <summary>Every column, as "Table.Column", in which words stand, whole or as a part; drafts, which are nobody's record yet, are left out.</summary>
    public IReadOnlyList<string> Where(string words, bool whole = false)
    {
        using var db = Open();
        var columns = Column(db, "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND m.name NOT LIKE '%\\_data' ESCAPE '\\' AND m.name <> 'Drafts'");
        return [.. columns.Where(column =>
        {
            using var ask = db.CreateCommand();
            var (table, name) = (column[..column.IndexOf('.', StringComparison.Ordinal)], column[(column.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            ask.CommandText = whole ? $"SELECT 1 FROM \"{table}\" WHERE CAST(\"{name}\" AS TEXT) = $words LIMIT 1" : $"SELECT 1 FROM \"{table}\" WHERE instr(CAST(\"{name}\" AS TEXT), $words) > 0 LIMIT 1";
            ask.Parameters.AddWithValue("$words", words);
            return ask.ExecuteScalar() is not null;
        })];
    }

    public IReadOnlyList<string> Kept()
    {
        using var db = Open();
        return Column(db, "SELECT Json FROM Drafts");
    }

    private long Number(string question)
    {
        using var db = Open();
        using var ask = db.CreateCommand();
        ask.CommandText = question;
        return Convert.ToInt64(ask.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private SqliteConnection Open()
    {
        var db = new SqliteConnection($"Data Source={Path.Combine(Host.Folder, "map.db")};Mode=ReadOnly;Pooling=False");
        db.Open();
        return db;
    }

    private static List<string> Column(SqliteConnection db, string question)
    {
        using var ask = db.CreateCommand();
        ask.CommandText = question;
        using var rows = ask.ExecuteReader();
        var found = new List<string>();
        while (rows.Read()) { found.Add(rows.GetString(0)); }
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        await scope.DisposeAsync();
        await Host.DisposeAsync();
    }

    private sealed class SignedIn : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Person), new(PersonName.Means, PersonName.SecondFactor)], "test"))));
    }
}
