using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Map.Core.Reading;

namespace Map.Web.Features.Read;

/// <summary>Writes what was found as JSON: one list for each kind, each entry with its words and where they stand.</summary>
internal static class ReadingJson
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="article">The article's text where it had to be taken out of a page first, for offsets count in it; null where the file itself is the text.</param>
    public static void Write(Stream output, ArticleReading reading, string? article)
    {
        using var json = new Utf8JsonWriter(output, Form);
        json.WriteStartObject();
        if (article is not null)
        {
            json.WriteString("article", article);
        }

        List(json, "places", reading.Places, Place);
        List(json, "dates", reading.Dates, Date);
        List(json, "actors", reading.Actors, Actor);
        List(json, "figures", reading.Figures, Figure);
        List(json, "drafts", reading.Drafts, Draft);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> entries, Action<Utf8JsonWriter, T> details) where T : Mention
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            Entry(json, entry, details);
        }

        json.WriteEndArray();
    }

    private static void One<T>(Utf8JsonWriter json, string name, T? entry, Action<Utf8JsonWriter, T> details) where T : Mention
    {
        if (entry is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WritePropertyName(name);
        Entry(json, entry, details);
    }

    private static void Entry<T>(Utf8JsonWriter json, T entry, Action<Utf8JsonWriter, T> details) where T : Mention
    {
        json.WriteStartObject();
        json.WriteString("text", entry.Text);
        details(json, entry);
        json.WriteNumber("start", entry.Start);
        json.WriteNumber("length", entry.Length);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, PlaceMention place)
    {
        json.WriteString("name", place.Name);
        json.WriteString("id", place.Id);
        if (place.Candidates.Count > 1)
        {
            json.WriteStartArray("candidates");
            foreach (var candidate in place.Candidates)
            {
                json.WriteStartObject();
                json.WriteString("id", candidate.Id);
                json.WriteString("name", candidate.Name);
                json.WriteString("why", candidate.Why);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Date(Utf8JsonWriter json, DateMention date)
    {
        json.WriteString("edtf", date.Edtf);
        json.WriteString("earliest", Iso(date.Earliest));
        json.WriteString("latest", Iso(date.Latest));
        json.WriteString("anchor", date.Anchor);
    }

    private static void Actor(Utf8JsonWriter json, ActorMention actor)
    {
        json.WriteString("name", actor.Name);
        json.WriteString("id", actor.Id);
        json.WriteString("kind", actor.Kind);
    }

    private static void Figure(Utf8JsonWriter json, FigureMention figure)
    {
        json.WriteNumber("value", figure.Value);
        Bound(json, "least", figure.Least);
        Bound(json, "most", figure.Most);
        json.WriteString("counts", figure.Counts);
    }

    private static void Draft(Utf8JsonWriter json, DraftMention draft)
    {
        json.WriteString("type", draft.Type);
        json.WriteString("name", draft.Title);
        One(json, "place", draft.Place, Place);
        One(json, "date", draft.Date, Date);
        json.WriteStartArray("actors");
        foreach (var (actor, role) in draft.Actors)
        {
            Entry(json, actor, (writer, entry) =>
            {
                Actor(writer, entry);
                writer.WriteString("role", role);
            });
        }

        json.WriteEndArray();
        List(json, "figures", draft.Figures, Figure);
        if (draft.Claimant is { } claimant)
        {
            json.WriteStartObject("claimant");
            json.WriteString("text", claimant.Words);
            json.WriteString("name", claimant.Actor?.Name);
            json.WriteString("id", claimant.Actor?.Id);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("claimant");
        }

        json.WriteString("certainty", draft.Certainty.ToString().ToLowerInvariant());
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Bound(Utf8JsonWriter json, string name, decimal? bound)
    {
        if (bound is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
