using Map.Core.Events;
using Map.Core.Time;
using Map.Core.Views;

namespace Map.Core.Stories;

/// <summary>Everything the form of a story holds, as typed. Nothing in it is trusted before <see cref="Check"/>. Serialises whole with System.Text.Json.</summary>
public sealed class StoryDraft
{
    /// <summary>Stable ASCII; made when the form opens, and then what makes a repeated save harmless. It is an address of the story for ever.</summary>
    public string Key { get; set; } = "";

    /// <summary>A second, readable address; blank for none.</summary>
    public string Slug { get; set; } = "";

    public string Title { get; set; } = "";
    public string TitleAr { get; set; } = "";
    public string Summary { get; set; } = "";
    public string SummaryAr { get; set; } = "";

    /// <summary>Who wrote it, as it stands under the title.</summary>
    public string Byline { get; set; } = "";
    public string BylineAr { get; set; } = "";

    public List<StoryChapter> Chapters { get; set; } = [];

    /// <summary>Id of an <see cref="EventStatus"/>.</summary>
    public string Status { get; set; } = "draft";

    /// <summary>Why the change is made.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Version of the record the editor saw; null for a new one.</summary>
    public Guid? Version { get; set; }

    /// <summary>Everything that stands in the way of saving, in the order of the form. Empty = it may be saved. Never throws.</summary>
    public IReadOnlyList<FieldProblem> Check(DateOnly today, bool arabic = false) => new StoryDraftCheck(this, today, arabic).Run();
}

/// <summary>A part of a story: what it tells, and what the map shows while it is read.</summary>
public sealed class StoryChapter
{
    public string Heading { get; set; } = "";
    public string HeadingAr { get; set; } = "";

    /// <summary>As <see cref="StoryText"/> reads it.</summary>
    public string Text { get; set; } = "";
    public string TextAr { get; set; } = "";

    /// <summary>A day or a span, in words or EDTF.</summary>
    public string When { get; set; } = "";

    /// <summary>Id of a <see cref="ViewWindow"/>: what of the time before a single day is shown with it.</summary>
    public string Window { get; set; } = "30d";

    /// <summary>Latitude, longitude and zoom, as an address has them; blank = where every map begins.</summary>
    public string At { get; set; } = "";

    /// <summary>Ids of <see cref="ViewLayer"/>.</summary>
    public List<string> Layers { get; set; } = [.. ViewLayer.All.Select(layer => layer.Id)];

    /// <summary>Series, types and filters, as an address has them.</summary>
    public string Filters { get; set; } = "";

    /// <summary>The events it tells of, in its own order, whichever language names them: they are ringed on the map.</summary>
    public IReadOnlyList<long> Events() => [.. Links().Select(link => link.Event).OfType<long>().Distinct()];

    public IEnumerable<StoryLink> Links() => StoryText.Links(Text).Concat(StoryText.Links(TextAr));

    /// <summary>The typed date where it can be read one way.</summary>
    public DateSpan? ReadWhen() => !string.IsNullOrWhiteSpace(When) && DatePhrase.Read(When, null).Readings is [var span] ? span : null;

    public (DateOnly? Day, string Window) ReadTime() => Shown("").ReadTime();

    /// <summary>What its map shows, as the form of a named view would hold it.</summary>
    internal ViewDraft Shown(string title) => new() { Title = title, When = When, Window = Window, At = At, Layers = Layers, Filters = Filters };
}
