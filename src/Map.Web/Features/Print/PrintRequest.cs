using System.Globalization;
using System.Text.Json;
using Map.Web.Canvas;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Map.Web.Features.Print;

/// <summary>What is to be printed: the map's own parameters, read strictly, and those of the sheet. A print is kept and passed on, so that nothing is guessed for it.</summary>
/// <param name="Dpi">Pixels to the inch, of a picture.</param>
/// <param name="IsGrey">For printers without colours: what is as light as another has lines of its own.</param>
/// <param name="HasFonts">The fonts are in the file; otherwise it names them.</param>
/// <param name="View">The named view that it is of.</param>
public sealed record PrintRequest(MapAddress Map, Paper Paper, int Dpi, string? Title, string? Caption, bool IsGrey, bool HasFonts, NamedView? View = null)
{
    public const int LongestTitle = 120, LongestCaption = 600;

    /// <summary>A picture of more pixels than this is refused: A4 in 300 to the inch has under nine million.</summary>
    public const int MostPixels = 10_000_000;

    private static readonly string[] Names = ["paper", "width", "height", "dpi", "title", "caption", "grey", "fonts"];
    private static readonly int[] Densities = [96, 150, 192, 300];

    /// <summary>Of a named view: what it shows, its title and its caption, as far as the address does not say otherwise.</summary>
    public static (PrintRequest? Request, IReadOnlyList<AddressProblem> Problems) Read(IQueryCollection query, NamedView? view)
    {
        if (view is null)
            return Read(query);
        var all = QueryHelpers.ParseQuery(view.Query);
        if ((query.TryGetValue("lang", out var asked) ? asked.ToString() : view.Language) is { } language) all["lang"] = language;
        var lang = Language.Of(all.TryGetValue("lang", out var said) ? said.ToString() : null);
        if (view.KnownOn is { } known) all[KnownNote.Parameter] = StartingPoint.Iso(known);
        all["title"] = view.Title(lang);
        if (view.Caption(lang) is { } caption) all["caption"] = caption;
        foreach (var (name, value) in query) all[name] = value;
        all.Remove(NamedView.Parameter);
        var (request, problems) = Read(new QueryCollection(all));
        return (request is null ? null : request with { View = view }, problems);
    }

    /// <returns>The request, or what is wrong with the address.</returns>
    public static (PrintRequest? Request, IReadOnlyList<AddressProblem> Problems) Read(IQueryCollection query)
    {
        var map = MapAddress.ReadStrictly(query, Names);
        var problems = map.Problems.ToList();
        var paper = PaperOf(query, problems);
        var dpi = 96;
        if (Value("dpi") is { } density && !(int.TryParse(density, NumberStyles.None, CultureInfo.InvariantCulture, out dpi) && Densities.Contains(dpi)))
            problems.Add(AddressProblem.Of("dpi", density, "96, 150, 192 or 300", "96 أو 150 أو 192 أو 300"));
        var title = Text("title", LongestTitle);
        var caption = Text("caption", LongestCaption);
        var isGrey = IsOn("grey");
        if (Value("fonts") is { } fonts and not ("embedded" or "named"))
            problems.Add(AddressProblem.Of("fonts", fonts, "embedded or named", "embedded أو named"));
        if (problems.Count == 0 && paper!.Width * paper.Height * dpi * dpi / (96 * 96) > MostPixels)
            problems.Add(AddressProblem.Of("dpi", dpi.ToString(CultureInfo.InvariantCulture), "smaller for a sheet of this size", "أصغر لورقة بهذا القياس"));
        return problems.Count > 0 ? (null, problems) : (new PrintRequest(map, paper!, dpi, title, caption, isGrey, Value("fonts") != "named"), []);

        string? Value(string name) => query.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;

        string? Text(string name, int longest)
        {
            var text = Value(name) is { } given ? string.Concat(given.Select(c => char.IsControl(c) ? ' ' : c)).Trim() : "";
            if (text.Length > longest) problems.Add(AddressProblem.Of(name, text, $"at most {longest} characters long", $"{longest} حرفاً على الأكثر"));
            return text.Length == 0 ? null : text;
        }

        bool IsOn(string name)
        {
            var text = Value(name);
            if (text is not (null or "1")) problems.Add(AddressProblem.Of(name, text, "1 or left out", "1 أو تُحذف"));
            return text == "1";
        }
    }

    /// <summary>The same print says the same thing whichever way round its address tells it.</summary>
    public string Key(string form) => JsonSerializer.Serialize(new object?[]
    {
        form, Map.Date, Map.Window, Map.At, Map.Box, Map.Layers, Map.Types, Map.Filters, Map.Series, Map.Event, Map.Known, Map.Language.Code, Paper, form == nameof(Making.PrintForm.Png) ? Dpi : 0, Title, Caption, IsGrey, HasFonts,
        View?.Address, View?.Look(Map.Language),
    });

    private static Paper? PaperOf(IQueryCollection query, List<AddressProblem> problems)
    {
        string? name = query.TryGetValue("paper", out var papers) && papers.Count > 0 ? papers[^1] : null, width = query["width"], height = query["height"];
        if (name is not null && (width is not null || height is not null))
        {
            problems.Add(new AddressProblem("paper", "A paper has its own width and height: give paper, or width and height.", "للورق عرضه وارتفاعه: اذكر paper أو width و height."));
            return null;
        }
        if (width is null && height is null)
        {
            if (Paper.All.FirstOrDefault(paper => paper.Name == (name ?? "a4")) is { } known) return known;
            problems.Add(AddressProblem.Of("paper", name!, $"one of {string.Join(", ", Paper.All.Select(paper => paper.Name))}", $"واحد من {string.Join("، ", Paper.All.Select(paper => paper.Name))}"));
            return null;
        }
        var (wide, high) = (Side("width", width), Side("height", height));
        return wide is null || high is null ? null : new Paper(Paper.Own, wide.Value, high.Value);

        double? Side(string side, string? text)
        {
            if (text is { Length: <= 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels is >= Paper.Least and <= Paper.Most) return pixels;
            problems.Add(AddressProblem.Of(side, text ?? "", $"a whole number of pixels from {Paper.Least} to {Paper.Most}, and so is the other side", $"عدد صحيح من البكسلات بين {Paper.Least} و{Paper.Most}، وكذلك الضلع الآخر"));
            return null;
        }
    }
}
