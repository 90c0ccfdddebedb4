using Bunit;
using Map.Core.Actors;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Reading;
using Map.Core.Sources;
using Map.Core.Views;
using Map.Core.Zones;
using Map.Web.Drafts;
using Map.Web.Features.EditActors;
using Map.Web.Features.EditControl;
using Map.Web.Features.EditEvents;
using Map.Web.Features.EditPlaces;
using Map.Web.Features.EditSources;
using Map.Web.Features.EditViews;
using Map.Web.Features.Read;
using Map.Web.Features.Zones;
using Map.Web.Features.Zones.Draw;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Circuits;

/// <summary>A form of the desk with a draft that may be saved as it is: each of a number, so that no two are one.</summary>
public abstract class DeskForm(string name)
{
    /// <summary>All forms in which something is typed and kept until it is saved.</summary>
    public static IReadOnlyList<DeskForm> All { get; } =
    [
        new DeskForm<EventForm, EventDraft>("event", n => $"event-{4000 + n}", Event, (form, n) => form.Add(it => it.Id, 4000 + n), (all, draft, who, request) => all.GetRequiredService<SaveEvent>().RunAsync(draft, who, request))
        { Button = "[data-save=draft]", Words = "Description" },
        new DeskForm<ControlForm, ClaimSheet>("control", n => SheetForm.NameOf(Sheet(n)), Claims, (form, n) => form.Add(it => it.Sheet, Sheet(n)), (all, draft, who, request) => all.GetRequiredService<SaveControlClaims>().RunAsync(draft, who, request, Language.English))
        { Words = "Lines[0].Quote" },
        new DeskForm<SourceForm, SourceSheet>("source", n => SourceForms.NameOf(Sheet(n)), Source, (form, n) => form.Add(it => it.Sheet, Sheet(n)), (all, draft, who, request) => all.GetRequiredService<SaveSource>().RunAsync(draft, who, request))
        { Words = "PrivateNote" },
        new DeskForm<PlaceForm, PlaceDraft>("place", n => $"place-{Place(n)}", PlaceOf, (form, n) => form.Add(it => it.Key, Place(n)), (all, draft, who, request) => all.GetRequiredService<SavePlace>().RunAsync(draft, who, request, false))
        { Words = "PrivateNote" },
        new DeskForm<ActorForm, ActorDraft>("actor", n => ActorForms.NameOf(Sheet(n)), Actor, (form, n) => form.Add(it => it.Sheet, Sheet(n)), (all, draft, who, request) => all.GetRequiredService<SaveActor>().RunAsync(draft, who, request))
        { Words = "Note" },
        new DeskForm<ZoneForm, DrawnZone>("zone", _ => "zone-new-new", Zone, (_, _) => { }, SaveZoneAsync)
        { Button = "[data-save=draft]", Words = "Series.Zones[0].Note" },
        new DeskForm<ViewForm, ViewDraft>("view", n => $"view-{View(n)}", ViewOf, (form, n) => form.Add(it => it.Key, View(n)), (all, draft, who, request) => all.GetRequiredService<SaveView>().RunAsync(draft, who, request, false))
        { Button = "[data-save=draft]", Words = "Caption" },
        new DeskForm<PasteForm, PastedArticle>("article", _ => "article-new", Article, (_, _) => { }, (all, draft, who, request) => all.GetRequiredService<SaveArticle>().RunAsync(draft, who, request))
        { Words = "Text" },
    ];

    /// <summary>A number that no other draft has.</summary>
    public static int Next() => Interlocked.Increment(ref last);

    private static int last;

    public static DeskForm Of(string name) => All.Single(form => form.Name == name);

    public string Name { get; } = name;
    /// <summary>What saves it.</summary>
    public string Button { get; init; } = "[data-save=publish]";
    /// <summary>The path of a field that takes any words.</summary>
    public required string Words { get; init; }

    /// <summary>As a form whose page was left: its draft is on the server.</summary>
    public abstract Task KeepAsync(ServerDrafts drafts, string person, int number, Guid request);

    public abstract IRenderedComponent<IComponent> Render(BunitContext page, int number);

    /// <summary>What pressing the button does, without the page.</summary>
    public abstract Task SaveAsync(IServiceProvider all, Editor who, int number, Guid request);

    /// <summary>Its draft as JSON, and a save of what such JSON says.</summary>
    public abstract string Json(int number);

    public abstract Task SaveAsync(IServiceProvider all, Editor who, string json, Guid request);

    public override string ToString() => Name;

    private static string Sheet(int n) => $"{n:x12}";

    private static string View(int n) => $"{n:d7}";

    private static ViewDraft ViewOf(int n) => new()
    {
        Key = View(n),
        Title = $"A view {Letters(n)}",
        Caption = "What it shows.",
        CaptionAr = "ما يعرضه.",
        When = "5 June 2019",
        At = "36.58,37.04,9",
        Filters = "types=clash",
        Language = "en",
        Hidden = ["scale"],
        Unnamed = [new() { Key = "azaz", Name = "Azaz" }],
        Colours = [new() { Holder = "hts", Colour = "#2c7fb8" }],
        Callouts = [new() { At = "36.6, 37.05", Text = "A crossing", TextAr = "معبر" }],
        Framers = "https://example.org",
        KnownOn = "2026-01-05",
        Reason = "a report",
    };

    private static string Place(int n) => $"place-{n:d12}";

    private static DraftSource Report(int n) => new() { Title = $"Report {n}", Outlet = "A paper", Url = $"https://example.org/{n}", Published = "5 June 2019", Language = "en", Reliability = "C", Kind = "news", Licence = "all rights" };

    private static EventDraft Event(int n) => new()
    {
        Id = 4000 + n,
        Type = "clash",
        Title = $"Clash {n} near Azaz",
        DateText = "6 May 2014",
        PlaceKey = "azaz",
        PlaceName = "Azaz",
        Coordinates = "36.58653, 37.04465",
        Precision = "near",
        Description = "What is agreed.",
        Reason = "a report",
        Figures = [new() { Kind = "killed", Best = "2" }],
        Claims = [new() { Field = "event", Says = "It was so", ClaimantText = "residents", Credibility = 3, NewSource = Report(n) }],
    };

    private static ClaimSheet Claims(int n) => new()
    {
        NewSource = Report(n),
        DateAnchor = "2019-06-05",
        Status = "published",
        Reason = "a report",
        Lines = [new() { PlaceKey = "saraqib", PlaceName = "Saraqib", Holders = "hts", Posture = "holds", DateText = new DateOnly(2015, 1, 1).AddDays(n).ToString("O", System.Globalization.CultureInfo.InvariantCulture), Quote = "entered the town", Credibility = 3, ReportedBy = "residents" }],
    };

    private static SourceSheet Source(int n) => new() { Source = Report(n), Side = "hts", SideReason = "Theirs", PrivateNote = "for the desk", Reason = "a report" };

    private static PlaceDraft PlaceOf(int n) => new() { Key = Place(n), Name = $"Tal Zahra {Letters(n)}", NameAr = "تل الزهراء", Names = [new() { Name = $"Tell Zehra {Letters(n)}", Language = "ku", Script = "Latn" }], Kind = "village", Coordinates = "36.54, 37.07", PrivateNote = "seen", Reason = "a report" };

    private static ActorDraft Actor(int n) => new() { Key = $"brigade-{n}", Name = $"Brigade {Letters(n)}", Kind = "force", Holder = "sna", Note = "noted", Reason = "a report", Relations = [new() { Kind = "allied_with", ToId = 1, ToName = "x", DateText = "January 2017", NewSource = Report(n), Claimant = "its author", Credibility = 2 }] };

    private static DrawnZone Zone(int n) => new()
    {
        Series = new() { Title = $"Drawn {n}", Method = "Drawn from a daily map.", NewSource = Report(n), Reason = "a report", Zones = [new() { Holders = "sna", Posture = "holds", From = "2018-03-18", Note = "noted" }] },
        Ground = """{"type":"MultiPolygon","coordinates":[[[[37,36],[37.2,36],[37.2,36.2],[37,36.2],[37,36]]]]}""",
    };

    private static PastedArticle Article(int n) => new() { Text = $"A made-up report, number {n}. Fighters arrested nine people in Azaz on 3 May 2018.", NewSource = Report(n) };

    private static Task<SaveZonesOutcome> SaveZoneAsync(IServiceProvider all, DrawnZone draft, Editor who, Guid request)
    {
        draft.Zone().Shape = ZoneGround.Read(draft.Ground, false, out _);
        return all.GetRequiredService<SaveZones>().RunAsync(draft.Series, who, request);
    }

    private static string Letters(int n) => string.Concat($"{n}".Select(digit => (char)('A' + (digit - '0'))));
}

/// <inheritdoc/>
internal sealed class DeskForm<TForm, TDraft>(string name, Func<int, string> form, Func<int, TDraft> draft, Action<ComponentParameterCollectionBuilder<TForm>, int> at, Func<IServiceProvider, TDraft, Editor, Guid, Task> save)
    : DeskForm(name) where TForm : IComponent where TDraft : class
{
    public override Task KeepAsync(ServerDrafts drafts, string person, int number, Guid request) =>
        drafts.KeepAsync(person, form(number), new KeptForm<TDraft>(draft(number), null, 3, "a hand", request));

    public override IRenderedComponent<IComponent> Render(BunitContext page, int number) => (IRenderedComponent<IComponent>)page.Render<TForm>(it => at(it, number));

    public override Task SaveAsync(IServiceProvider all, Editor who, int number, Guid request) => save(all, draft(number), who, request);

    public override string Json(int number) => DraftJson.Of(draft(number));

    public override Task SaveAsync(IServiceProvider all, Editor who, string json, Guid request) => save(all, DraftJson.Read<TDraft>(json) ?? throw new System.Text.Json.JsonException("No draft."), who, request);
}
