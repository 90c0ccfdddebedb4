using System.Collections.Concurrent;
using System.Text;
using Map.Web.Packs;

namespace Map.Web.Features.Print.Making;

public enum PrintForm
{
    Svg,
    Png,
    Pdf,
}

/// <summary>Prints in each form there is: kept ones at once, others in turn. One that several ask for at a time is made once.</summary>
internal sealed class Prints(PrintView view, InstalledBrowser browser, MakingTurns turns, KeptPrints kept, PackStore packs)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]?>>> making = new();

    /// <summary>Can this form be made here?</summary>
    public bool CanMake(PrintForm form) => form == PrintForm.Svg || browser.IsThere;

    /// <returns>Null where the browser failed.</returns>
    /// <exception cref="TooManyPrintsException">Too many wait already.</exception>
    public async Task<byte[]?> OfAsync(PrintRequest request, PrintForm form, PastMap? past, string host, CancellationToken cancel)
    {
        // What is published changes the version, and with it every name under which something is kept.
        var state = FormattableString.Invariant($"{(await packs.CurrentAsync(cancel)).Index.Version}\n{past?.Index.Version}\n{host}\n");
        var key = state + request.Key(form.ToString());
        if (kept.Find(key) is { } ready)
            return ready;
        // Whoever asked first may leave: others wait for the same one.
        return await making.GetOrAdd(key, _ => new(() => InTurnAsync(request, form, past, host, state, key))).Value.WaitAsync(cancel);
    }

    private async Task<byte[]?> InTurnAsync(PrintRequest request, PrintForm form, PastMap? past, string host, string state, string key)
    {
        try
        {
            return await turns.EnterAsync(() => MakeAsync(request, form, past, host, state, key));
        }
        finally
        {
            making.TryRemove(key, out _);
        }
    }

    private async Task<byte[]?> MakeAsync(PrintRequest request, PrintForm form, PastMap? past, string host, string state, string key)
    {
        var drawn = state + request.Key(nameof(PrintForm.Svg));
        var svg = kept.Find(drawn);
        if (svg is null)
        {
            svg = await turns.DrawAsync(async () => Encoding.UTF8.GetBytes(await view.SvgAsync(request, past, host, CancellationToken.None)), CancellationToken.None);
            kept.Keep(drawn, svg);
        }
        if (form == PrintForm.Svg)
            return svg;
        var text = Encoding.UTF8.GetString(svg);
        var made = await turns.PrintAsync(() => form == PrintForm.Pdf ? browser.PdfAsync(text, request.Paper, CancellationToken.None) : browser.PngAsync(text, request.Paper, request.Dpi, CancellationToken.None), CancellationToken.None);
        if (made is not null)
            kept.Keep(key, made);
        return made;
    }
}
