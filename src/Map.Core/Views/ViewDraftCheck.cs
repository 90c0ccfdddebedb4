using System.Globalization;
using System.Text.RegularExpressions;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Time;

namespace Map.Core.Views;

/// <summary>Everything that stands in the way of saving a named view.</summary>
internal sealed partial class ViewDraftCheck(ViewDraft draft, DateOnly today, bool arabic)
{
    private const int LongestTitle = 120, LongestCaption = 600, LongestFilters = 2000, LongestCallout = 160, LongestFramers = 4000, MostCallouts = 12, MostUnnamed = 60;

    /// <summary>Parameters of an address that are neither a date nor a view, and belong to what is shown.</summary>
    private static readonly HashSet<string> Filters = ["series", "types", "actors", "lineage", "sources", "governorates", "disputed", "grade", "text", "event"];

    private readonly FoundProblems found = new(today, arabic);

    public IReadOnlyList<FieldProblem> Run()
    {
        CheckWords();
        CheckTime();
        CheckMap();
        CheckLooks();
        CheckCallouts();
        CheckFramers();
        if (!EventStatus.TryGet(draft.Status, out _)) { found.Add("Status", $"“{draft.Status}” is not a status. Choose one from the list.", $"«{draft.Status}» ليست حالة. اختر من القائمة."); }
        found.Text("Reason", draft.Reason, "The reason");
        if (draft.Version is not null && draft.Status != EventStatus.Draft.Id && string.IsNullOrWhiteSpace(draft.Reason))
        {
            found.Add("Reason", "Pages of others may hold this view. Say in a few words why it changes.", "قد تضم صفحات آخرين هذا العرض. اذكر بكلمات قليلة سبب تغييره.");
        }
        return found.All;
    }

    private void CheckWords()
    {
        if (string.IsNullOrWhiteSpace(draft.Title) && string.IsNullOrWhiteSpace(draft.TitleAr))
        {
            found.Add("Title", "The view has no title. Say in a few words what it shows.", "ليس للعرض عنوان. اذكر بكلمات قليلة ما يعرضه.");
        }
        found.Text("Title", draft.Title, "The title", LongestTitle);
        found.Text("TitleAr", draft.TitleAr, "The Arabic title", LongestTitle);
        Arabic("TitleAr", draft.TitleAr);
        found.Text("Caption", draft.Caption, "The caption", LongestCaption, manyLines: true);
        found.Text("CaptionAr", draft.CaptionAr, "The Arabic caption", LongestCaption, manyLines: true);
        Arabic("CaptionAr", draft.CaptionAr);
        if (draft.Slug.Length > 0 && !Slug().IsMatch(draft.Slug))
        {
            found.Add("Slug", "Small Latin letters, digits and hyphens, 3 to 40 of them, beginning and ending with a letter or digit: “saraqib-2020”.", "أحرف لاتينية صغيرة وأرقام وشرطات، من 3 إلى 40، تبدأ وتنتهي بحرف أو رقم: «saraqib-2020».");
        }
    }

    private void CheckTime()
    {
        found.Date("When", draft.When, null);
        if (!ViewWindow.All.Any(window => window.Id == draft.Window) && ViewWindow.Days(draft.Window) is null)
        {
            found.Add("Window", $"“{draft.Window}” is not a window. Choose one from the list.", $"«{draft.Window}» ليست نافذة زمنية. اختر من القائمة.");
        }
        if (found.Date("KnownOn", draft.KnownOn, null) is { IsOneDay: false })
        {
            found.Add("KnownOn", "Name one day: the data stays as it was at its end.", "اذكر يوماً واحداً: تبقى البيانات كما كانت في آخره.");
        }
    }

    private void CheckMap()
    {
        if (draft.At.Length > 0 && !IsView(draft.At))
        {
            found.Add("At", "Latitude, longitude and zoom, as in the map’s address: 35.93,36.63,9", "خط العرض وخط الطول ودرجة التقريب كما في عنوان الخريطة: 35.93,36.63,9");
        }
        foreach (var layer in draft.Layers.Where(layer => ViewLayer.All.All(known => known.Id != layer)))
        {
            found.Add("Layers", $"“{layer}” is not a layer.", $"«{layer}» ليست طبقة.");
        }
        if (draft.Filters.Length > LongestFilters) { found.Add("Filters", "These are too many filters to stand in an address.", "هذه المرشحات أكثر من أن يسعها عنوان."); }
        foreach (var part in draft.Filters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')[0]).Where(name => !Filters.Contains(name)))
        {
            found.Add("Filters", $"“{part}” is no filter.", $"«{part}» ليس مرشحاً.");
        }
    }

    private void CheckLooks()
    {
        if (draft.Language is not ("" or "en" or "ar")) { found.Add("Language", $"“{draft.Language}” is not a language of this map.", $"«{draft.Language}» ليست من لغات هذه الخريطة."); }
        if (draft.Theme is not ("auto" or "light" or "dark")) { found.Add("Theme", $"“{draft.Theme}” is not a theme. Choose one from the list.", $"«{draft.Theme}» ليست مظهراً. اختر من القائمة."); }
        foreach (var control in draft.Hidden.Where(control => ViewControl.All.All(known => known.Id != control))) { found.Add("Hidden", $"“{control}” is nothing that can be hidden.", $"«{control}» ليس مما يُخفى."); }
        if (draft.Unnamed.Count > MostUnnamed) { found.Add("Unnamed", $"{MostUnnamed} names can be hidden at most. Hide all of them with the layer.", $"يمكن إخفاء {MostUnnamed} اسماً على الأكثر. أخفها كلها مع الطبقة."); }
        if (draft.Unnamed.Exists(place => !Id().IsMatch(place.Key))) { found.Add("Unnamed", "Choose the place from the list.", "اختر المكان من القائمة."); }
        for (var i = 0; i < draft.Colours.Count; i++)
        {
            var (own, path) = (draft.Colours[i], $"Colours[{i}]");
            if (Holders.Named.All(holder => holder.Id != own.Holder)) { found.Add($"{path}.Holder", "Choose whose colour it is.", "اختر صاحب اللون."); }
            else if (draft.Colours.Take(i).Any(other => other.Holder == own.Holder)) { found.Add($"{path}.Holder", $"{Holders.Of(own.Holder).Short} has a colour above.", $"لـ{Holders.Of(own.Holder).ShortAr} لون أعلاه."); }
            if (!Colour().IsMatch(own.Colour)) { found.Add($"{path}.Colour", "A colour as # and six digits: #2c7fb8.", "لون بعلامة # وستة أرقام: ‎#2c7fb8."); }
        }
    }

    private void CheckCallouts()
    {
        if (draft.Callouts.Count > MostCallouts) { found.Add("Callouts", $"{MostCallouts} callouts are the most: more hide the map.", $"أقصى عدد للشروح {MostCallouts}: ما زاد يحجب الخريطة."); }
        for (var i = 0; i < draft.Callouts.Count; i++)
        {
            var (callout, path) = (draft.Callouts[i], $"Callouts[{i}]");
            if (string.IsNullOrWhiteSpace(callout.Text) && string.IsNullOrWhiteSpace(callout.TextAr)) { found.Add($"{path}.Text", "The callout says nothing yet.", "لا يقول الشرح شيئاً بعد."); }
            found.Text($"{path}.Text", callout.Text, "The callout", LongestCallout);
            found.Text($"{path}.TextAr", callout.TextAr, "The Arabic callout", LongestCallout);
            Arabic($"{path}.TextAr", callout.TextAr);
            if (!Coordinates.TryRead(callout.At, out _, out _, out _)) { found.Add($"{path}.At", "Click on the map where it belongs, or type latitude and longitude.", "انقر على الخريطة حيث موضعه، أو اكتب خط العرض وخط الطول."); }
            if (CalloutSide.All.All(side => side.Id != callout.Side)) { found.Add($"{path}.Side", $"“{callout.Side}” is no side. Choose from the list.", $"«{callout.Side}» ليست جهة. اختر من القائمة."); }
        }
    }

    private void CheckFramers()
    {
        if (TextRules.Problem(draft.Framers, "The list of sites", LongestFramers, manyLines: true, arabic) is { } text)
        {
            found.Add("Framers", text);
            return;
        }

        var (origins, unknown) = Framers.Read(draft.Framers);
        if (unknown.Count > 0) { found.Add("Framers", $"“{unknown[0]}” is no site. Type addresses such as https://example.org, one a line.", $"«{unknown[0]}» ليس موقعاً. اكتب عناوين مثل https://example.org، كلاً في سطر."); }
        else if (origins.Count > Framers.Most) { found.Add("Framers", $"{Framers.Most} sites are the most.", $"أقصى عدد للمواقع {Framers.Most}."); }
    }

    private void Arabic(string field, string text)
    {
        if (!string.IsNullOrWhiteSpace(text) && !text.Any(PlainLetters.IsArabic)) { found.Add(field, $"“{text.Trim()}” has no Arabic letters. Type it in Arabic, or leave it empty.", $"ليس في «{text.Trim()}» أي حرف عربي. اكتبه بالعربية أو اتركه فارغاً."); }
    }

    private static bool IsView(string at)
    {
        var numbers = at.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN).ToArray();
        return numbers is [>= -85 and <= 85, >= -180 and <= 180, >= 1 and <= 19];
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
