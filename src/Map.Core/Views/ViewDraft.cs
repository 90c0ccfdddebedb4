using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Views;

/// <summary>Everything the form of a named view holds, as typed. Nothing in it is trusted before <see cref="Check"/>. Serialises whole with System.Text.Json.</summary>
public sealed class ViewDraft
{
    /// <summary>Stable ASCII; made when the form opens, and then what makes a repeated save harmless. It is an address of the view for ever.</summary>
    public string Key { get; set; } = "";

    /// <summary>A second, readable address; blank for none.</summary>
    public string Slug { get; set; } = "";

    public string Title { get; set; } = "";
    public string TitleAr { get; set; } = "";
    public string Caption { get; set; } = "";
    public string CaptionAr { get; set; } = "";

    /// <summary>A day or a span, in words or EDTF; blank = the last day with data, whenever it is opened.</summary>
    public string When { get; set; } = "";

    /// <summary>Id of a <see cref="ViewWindow"/>: what of the time before a single day is shown with it.</summary>
    public string Window { get; set; } = "30d";

    /// <summary>Latitude, longitude and zoom, as an address has them.</summary>
    public string At { get; set; } = "";

    /// <summary>Ids of <see cref="ViewLayer"/>.</summary>
    public List<string> Layers { get; set; } = [.. ViewLayer.All.Select(layer => layer.Id)];

    /// <summary>Series, types and filters, as an address has them: "types=clash,strike&amp;actors=hts".</summary>
    public string Filters { get; set; } = "";

    /// <summary>en, ar, or blank for the reader's own.</summary>
    public string Language { get; set; } = "";

    /// <summary>auto, light or dark.</summary>
    public string Theme { get; set; } = "auto";

    /// <summary>Ids of the <see cref="ViewControl"/> that its embed lacks.</summary>
    public List<string> Hidden { get; set; } = [];

    /// <summary>Places whose names are not written on the map.</summary>
    public List<UnnamedPlace> Unnamed { get; set; } = [];

    public List<OwnColour> Colours { get; set; } = [];

    public List<DraftCallout> Callouts { get; set; } = [];

    /// <summary>Sites whose pages may frame it, one a line; blank = any.</summary>
    public string Framers { get; set; } = "";

    /// <summary>The day at whose end the data is held fast, in words or EDTF; blank = the view follows the data.</summary>
    public string KnownOn { get; set; } = "";

    /// <summary>Id of an <see cref="EventStatus"/>.</summary>
    public string Status { get; set; } = "draft";

    /// <summary>Why the change is made.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Version of the record the editor saw; null for a new one.</summary>
    public Guid? Version { get; set; }

    public DateOnly? ReadKnownOn() => ReadDay(KnownOn);

    /// <summary>The last day and the window that the typed date means: a span of several days is a window of its own. No day where none is typed or it cannot be read one way.</summary>
    public (DateOnly? Day, string Window) ReadTime()
    {
        if (string.IsNullOrWhiteSpace(When) || DatePhrase.Read(When, null).Readings is not [var span]) { return (null, Window); }
        return span switch
        {
            { IsOneDay: true } => (span.Latest, Window),
            { Earliest: { } first, Latest: { } last } => (last, ViewWindow.OfDays(last.DayNumber - first.DayNumber + 1)),
            { Earliest: { } first } => (first, "from"),
            { Latest: { } last } => (last, "all"),
            _ => (null, Window),
        };
    }

    /// <summary>Everything that stands in the way of saving, in the order of the form. Empty = it may be saved. Never throws.</summary>
    public IReadOnlyList<FieldProblem> Check(DateOnly today, bool arabic = false) => new ViewDraftCheck(this, today, arabic).Run();

    private static DateOnly? ReadDay(string words) =>
        !string.IsNullOrWhiteSpace(words) && DatePhrase.Read(words, null).Readings is [{ IsOneDay: true } day] ? day.Latest : null;
}

/// <summary>A place whose name is left off the map.</summary>
public sealed class UnnamedPlace
{
    public string Key { get; set; } = "";
    /// <summary>As it was chosen, for the form alone.</summary>
    public string Name { get; set; } = "";
}

/// <summary>A holder's colour in one view.</summary>
public sealed class OwnColour
{
    /// <summary>Id of a holder.</summary>
    public string Holder { get; set; } = "";
    /// <summary>#rrggbb.</summary>
    public string Colour { get; set; } = "";
}

/// <summary>Words that stand beside a spot of the map.</summary>
public sealed class DraftCallout
{
    /// <summary>Typed or pointed at, in any form <see cref="Places.Coordinates"/> reads.</summary>
    public string At { get; set; } = "";
    /// <summary>Id of a <see cref="CalloutSide"/>.</summary>
    public string Side { get; set; } = "above";
    public string Text { get; set; } = "";
    public string TextAr { get; set; } = "";

    public (double Latitude, double Longitude)? ReadPosition() => Places.Coordinates.TryRead(At, out var latitude, out var longitude, out _) ? (latitude, longitude) : null;
}
