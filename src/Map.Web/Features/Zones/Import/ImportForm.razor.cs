using Map.Core.Control;
using Map.Core.Shapes;
using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Zones.Import;

/// <summary>Files, what they mean, what is taken of them, and the series they become. Files are read once; what they mean is judged anew with each change.</summary>
public sealed partial class ImportForm : ComponentBase, IDisposable
{
    private const int MostFiles = 30, MostListed = 200;

    private static readonly ShapeCaps Caps = new();

    private readonly CancellationTokenSource gone = new();
    private readonly ImportMapping mapping = new();
    private List<ImportFile> files = [];
    private IReadOnlyList<ImportColumn> columns = [];
    private IReadOnlyList<ImportValue> values = [];
    private List<ZoneSeriesRow> standing = [];
    private ImportJudgement? judged;
    private FormState<ZoneSeriesDraft> form = null!;
    private Guid request = Guid.NewGuid();
    private long? saved;
    private int asked;
    private bool live, busy, isJudging, waits;
    private string? refusal;

    [Inject] private Language Lang { get; set; } = null!;
    [Inject] private IDbContextFactory<MapDb> Databases { get; set; } = null!;
    [Inject] private SaveZones Save { get; set; } = null!;
    [Inject] private EditorNow EditorNow { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;

    private DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    protected override async Task OnInitializedAsync()
    {
        form = new(new ZoneSeriesDraft { Kind = ZoneSeriesDraft.Imported }, draft => draft.Check(Today, Lang.IsArabic)) { Changed = ChangedAsync };
        await LoadStandingAsync();
    }

    private async Task LoadStandingAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(gone.Token);
        standing = await db.ZoneSeries.AsNoTracking().Where(row => row.Kind == ZoneSeriesDraft.Imported && row.DeletedAt == null).OrderBy(row => row.Title).ToListAsync(gone.Token);
    }

    /// <summary>What is known of a series need not be typed again; the source is asked for, because it may be another one.</summary>
    private Task ChooseSeriesAsync(long? chosen)
    {
        var series = standing.Find(row => row.Id == chosen);
        var draft = form.Draft;
        (draft.Id, draft.Version, draft.IsSourceOfZones) = (series?.Id, series?.Version, series is not null);
        if (series is not null) { (draft.Title, draft.TitleAr, draft.Method, draft.Licence) = (series.Title, series.TitleAr ?? "", series.Method, series.Licence ?? ""); }
        return form.ChangeAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender) { return; }
        live = true;
        StateHasChanged();
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        (refusal, saved, judged) = (null, null, null);
        var read = new List<ImportFile>();
        if (chosen.FileCount > MostFiles)
        {
            refusal = Lang.Say($"{chosen.FileCount} files are chosen; {MostFiles} are the most at a time.", $"اختير {chosen.FileCount} ملفاً؛ الحد {MostFiles} في المرة.");
            return;
        }
        foreach (var file in chosen.GetMultipleFiles(MostFiles)) { read.Add(await ReadAsync(file)); }
        files = read;
        columns = ZoneImport.Attributes(files);
        // A column with few values, the same on many features, is most often the one that names the party.
        mapping.HolderAttribute = columns.Where(column => column.Values.Count <= 20).OrderBy(column => IsLikely(column.Name) ? 0 : 1).FirstOrDefault(column => IsLikely(column.Name))?.Name ?? "";
        mapping.MethodAttribute = columns.FirstOrDefault(column => column.Name.Equals("method", StringComparison.OrdinalIgnoreCase))?.Name ?? "";
        foreach (var file in files) { mapping.Typed.TryAdd(file.Name, ZoneImport.DateOfName(file.Name) ?? ""); }
        if (files.All(file => ZoneImport.DateOfName(file.Name) is null))
        {
            var dated = columns.FirstOrDefault(column => column.Name.Contains("date", StringComparison.OrdinalIgnoreCase));
            (mapping.Dates, mapping.FromAttribute) = dated is null ? (ImportDates.Typed, "") : (ImportDates.Attribute, dated.Name);
        }
        await UseColumnAsync();
    }

    /// <summary>Too large a file is not even fetched.</summary>
    private async Task<ImportFile> ReadAsync(IBrowserFile file)
    {
        if (file.Size > Caps.Bytes)
        {
            return new ImportFile(file.Name, [], new ImportReason($"The file has {file.Size:#,##0} bytes; {Caps.Bytes:#,##0} are the most. Part it.", $"حجم الملف {file.Size:#,##0} بايت؛ الحد {Caps.Bytes:#,##0}. قسّمه."));
        }
        using var bytes = new MemoryStream();
        await using var stream = file.OpenReadStream(Caps.Bytes, gone.Token);
        await stream.CopyToAsync(bytes, gone.Token);
        return await Task.Run(() => ZoneImport.Read(file.Name, bytes.ToArray(), Caps));
    }

    private static bool IsLikely(string column) =>
        new[] { "holder", "control", "layer", "actor", "party", "group", "controller", "name" }.Any(word => column.Contains(word, StringComparison.OrdinalIgnoreCase));

    private Task ChooseColumnAsync(string? chosen)
    {
        mapping.HolderAttribute = chosen ?? "";
        return UseColumnAsync();
    }

    private Task ChooseMethodAsync(string? chosen)
    {
        mapping.MethodAttribute = chosen ?? "";
        return JudgeAsync();
    }

    private Task UseColumnAsync()
    {
        values = columns.FirstOrDefault(column => column.Name == mapping.HolderAttribute)?.Values ?? [new ImportValue("", files.Sum(file => file.Features.Count))];
        mapping.Order.Clear();
        mapping.Order.AddRange(values.Select(value => value.Text));
        foreach (var value in values.Where(value => !mapping.Holders.ContainsKey(value.Text)))
        {
            mapping.Holders[value.Text] = new(Guess(value.Text) is { } id ? [id] : [], Posture.Holds);
        }
        return JudgeAsync();
    }

    /// <summary>A value that is the name of a known holder means it; what else it means is for the editor to say.</summary>
    private static string? Guess(string value) => Holders.Named.FirstOrDefault(holder =>
        new[] { holder.Id, holder.Name, holder.Short, holder.NameAr }.Contains(value, StringComparer.OrdinalIgnoreCase))?.Id;

    private async Task JudgeAsync()
    {
        asked++;
        (busy, saved, request) = (true, null, Guid.NewGuid());
        StateHasChanged();
        // One at a time, and the last one counts: large files take seconds, and an editor fills a table faster.
        if (isJudging) { return; }
        isJudging = true;
        try
        {
            for (var mine = 0; mine != asked && !gone.IsCancellationRequested;)
            {
                mine = asked;
                var (read, meant, today) = (files, mapping.Copy(), Today);
                judged = await Task.Run(() => ZoneImport.Judge(read, meant, today));
            }
        }
        finally { (isJudging, busy) = (false, false); }
        if (gone.IsCancellationRequested) { return; }
        form.Draft.TroublesAccepted = false;
        StateHasChanged();
    }

    /// <summary>What was saved can be saved again only once it is something else.</summary>
    private Task ChangedAsync()
    {
        (saved, request) = (null, Guid.NewGuid());
        StateHasChanged();
        return Task.CompletedTask;
    }

    private void AcceptAsync(ChangeEventArgs chosen) => form.Draft.TroublesAccepted = chosen.Value is true;

    /// <summary>Good features of which the map shows nothing, wherever it is moved.</summary>
    private int Beyond => judged?.Good.Count(zone => !MapReach.Shows(zone.Shape)) ?? 0;

    private string BeyondWords => Beyond == judged!.Good.Count
        ? Lang.Say($"None of the zones lies within the reach of the map ({MapReach.Words}): as a series they are kept with their dates, holders and source, and listed, but nobody sees them on the map. The drawing here is the whole of them.",
            $"لا تقع أي من المناطق ضمن مدى الخريطة ({MapReach.WordsAr}): تُحفظ سلسلةً بتواريخها وأطرافها ومصدرها وتُدرج في القائمة، لكن لا يراها أحد على الخريطة. الرسم هنا يضمها كلها.")
        : Lang.Say($"{Beyond:#,##0} of {judged.Good.Count:#,##0} zones lie beyond the reach of the map ({MapReach.Words}): they are kept, but not seen on it.",
            $"عدد المناطق خارج مدى الخريطة ({MapReach.WordsAr}): {Beyond:#,##0} من {judged.Good.Count:#,##0}. تُحفظ لكنها لا تُرى عليها.");

    private string Named(string value) => value.Length == 0 ? Lang.Say("(no value)", "(بلا قيمة)") : value;

    private async Task SaveAsync(string status)
    {
        var now = await EditorNow.FindAsync();
        refusal = now is null ? Lang.Say("You may not edit here any longer. Ask an administrator.", "لم يعد يحق لك التحرير هنا. راجع المدير.") : null;
        if (now is null || busy || judged is null) { return; }
        form.Draft.Status = status;
        form.Draft.Zones = [];
        form.ShowAll();
        if (form.Problems.Count > 0) { await form.FocusAsync(form.Problems[0].Field); return; }
        busy = true;
        StateHasChanged();
        try
        {
            form.Draft.Zones = [.. judged.Good.Select(zone => zone.Draft())];
            var outcome = await Save.RunAsync(form.Draft, now, request, Lang.IsArabic, gone.Token);
            form.Draft.Zones = [];
            form.ShowAll(outcome.Problems);
            (saved, waits) = (outcome.Series, outcome.Waits);
            if (outcome.Saved)
            {
                await LoadStandingAsync();
                (form.Draft.Id, form.Draft.Version, form.Draft.IsSourceOfZones, request) = (null, null, false, Guid.NewGuid());
            }
            if (!outcome.Saved && form.Problems.Count > 0) { await form.FocusAsync(form.Problems[0].Field); }
        }
        catch (NotAllowedException refused) { refusal = refused.Words(Lang); }
        catch (DatabaseBusyException) { refusal = Lang.Say("The database is busy; try again in a moment.", "قاعدة البيانات مشغولة؛ حاول بعد لحظة."); }
        finally { busy = false; }
    }
}
