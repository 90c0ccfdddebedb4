using Map.Core.Places;
using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>Everything that stands in the way of saving a draft. A draft may be incomplete in its claims and place; what is there must be right.</summary>
internal sealed class DraftCheck(EventDraft draft, DraftContext context)
{
    private readonly FoundProblems found = new(context.Today);

    public IReadOnlyList<FieldProblem> Run()
    {
        if (draft.Id <= 0)
        {
            found.Add("Id", $"The event's number {draft.Id} is not a positive one. Open the form again.");
        }

        CheckNames();
        var when = CheckDate();
        CheckPlace();
        CheckActors();
        CheckFigures();
        found.Text("Description", draft.Description, "The description", EventDraft.LongestDescription, manyLines: true);
        new ClaimCheck(draft, context, found, when).Run();
        CheckStatus();
        return found.All;
    }

    private void CheckNames()
    {
        if (!EventTypes.TryGet(draft.Type, out _))
        {
            found.Add("Type", string.IsNullOrEmpty(draft.Type) ? "Choose what kind of event this is." : $"“{draft.Type}” is not a kind of event. Choose one from the list.");
        }

        if (string.IsNullOrWhiteSpace(draft.Title))
        {
            found.Add("Title", "The title is empty. Say in a few words what happened.");
        }
        else if (!draft.Title.Any(char.IsLetter))
        {
            found.Add("Title", $"The title “{draft.Title.Trim()}” has no letters. Say in a few words what happened.");
        }
        else if (draft.Title.Where(char.IsLetter).All(PlainLetters.IsArabic))
        {
            found.Add("Title", "The title is in Arabic letters. Put it into the Arabic title, and an English one here.");
        }

        if (!string.IsNullOrWhiteSpace(draft.TitleAr) && !draft.TitleAr.Any(PlainLetters.IsArabic))
        {
            found.Add("TitleAr", $"The Arabic title “{draft.TitleAr.Trim()}” has no Arabic letters. Type it in Arabic, or leave it empty.");
        }

        found.Text("Title", draft.Title, "The title", EventDraft.LongestTitle);
        found.Text("TitleAr", draft.TitleAr, "The Arabic title", EventDraft.LongestTitle);
    }

    private DateSpan? CheckDate()
    {
        DateSpan? anchor = null;
        if (!string.IsNullOrWhiteSpace(draft.DateAnchor) && !EdtfText.TryParse(draft.DateAnchor, out anchor, out var anchorProblem))
        {
            found.Add("DateAnchor", anchorProblem);
        }

        var reading = DatePhrase.Read(draft.DateText, anchor);
        var span = reading.Readings.Count == 1 ? reading.Readings[0] : reading.Readings.FirstOrDefault(one => one.Edtf == draft.DateChoice);
        if (reading.Readings.Count == 0)
        {
            found.Add("DateText", reading.Problem);
        }
        else if (span is null)
        {
            var meanings = string.Join(" or ", reading.Readings.Select(one => DateWords.Of(one, arabic: false)));
            found.Add("DateText", $"“{draft.DateText.Trim()}” can mean {meanings}. Choose the one the source means.");
        }
        else
        {
            found.Add("DateText", found.OutOfTime(draft.DateText, span));
        }

        return span;
    }

    private void CheckPlace()
    {
        var hasPlace = !string.IsNullOrWhiteSpace(draft.PlaceKey);
        var hasPosition = !string.IsNullOrWhiteSpace(draft.Coordinates);
        found.Text("PlaceName", draft.PlaceName, "The place's name", EventDraft.LongestTitle);
        if (hasPlace && context.PlaceExists?.Invoke(draft.PlaceKey) == false)
        {
            found.Add("PlaceKey", $"The gazetteer has no place “{draft.PlaceKey}”. Choose one from the list, or type its name and position.");
        }

        if (hasPosition)
        {
            CheckPosition();
        }

        if (!PlacePrecision.TryGet(draft.Precision, out var precision))
        {
            found.Add("Precision", $"“{draft.Precision}” is not a precision. Choose how closely the place is known.");
        }
        else if (draft.IsForReaders && !hasPlace && !hasPosition)
        {
            found.Add("PlaceKey", string.IsNullOrWhiteSpace(draft.PlaceName)
                ? precision == PlacePrecision.Country ? null : "No place is given. Choose one, paste a position, click on the map, or say that it is only known to be somewhere in the country."
                : precision == PlacePrecision.Exact
                    ? $"“{draft.PlaceName.Trim()}” has no position, so the place is not exactly known. Choose a place or a position, or a coarser precision."
                    : null);
        }
    }

    private void CheckPosition()
    {
        if (!Places.Coordinates.TryRead(draft.Coordinates, out var latitude, out var longitude, out var problem))
        {
            found.Add("Coordinates", problem);
            return;
        }

        var (north, east) = (Places.Coordinates.Text(latitude), Places.Coordinates.Text(longitude));
        if (latitude == 0 && longitude == 0)
        {
            found.Add("Coordinates", "0, 0 lies in the Atlantic and usually stands for a missing position. Leave the field empty, or type the position.");
        }
        else if (!draft.PositionConfirmed && LooksSwapped(latitude, longitude))
        {
            found.Add("Coordinates", $"These look swapped: {north}, {east} lies far off, {east}, {north} does not. Latitude comes first: type {east}, {north}, or confirm the position.");
        }
    }

    private bool LooksSwapped(double latitude, double longitude)
    {
        var lies = context.InCountry ?? ((north, east) => north is > 32 and < 37.6 && east is > 35.4 and < 42.5);
        return Math.Abs(longitude) <= 90 && !lies(latitude, longitude) && lies(longitude, latitude);
    }

    private void CheckActors()
    {
        var actors = draft.Actors ?? [];
        found.Add("Actors", TooMany(actors.Count, "actors"));
        var seen = new HashSet<(long?, string, string)>();
        for (var i = 0; i < Math.Min(actors.Count, EventDraft.MostRows); i++)
        {
            if (actors[i] is not { } actor)
            {
                continue;
            }

            if (actor.ActorId is null && string.IsNullOrEmpty(actor.ActorKey))
            {
                found.Add($"Actors[{i}].Name", string.IsNullOrWhiteSpace(actor.Name)
                    ? "No actor is chosen. Choose one from the list, or remove the row."
                    : $"“{actor.Name.Trim()}” is not a known actor. Choose one from the list, or add the actor first.");
            }
            else if (context.ActorExists?.Invoke(actor.ActorId, actor.ActorKey ?? "") == false)
            {
                found.Add($"Actors[{i}].Name", $"The actor “{(string.IsNullOrWhiteSpace(actor.Name) ? actor.ActorKey : actor.Name)}” is no longer there. Choose another.");
            }
            else if (!seen.Add((actor.ActorId, actor.ActorKey ?? "", actor.Role ?? "")))
            {
                found.Add($"Actors[{i}].Name", $"“{actor.Name}” stands here twice with the same role. Remove one, or change its role.");
            }

            if (!ActorRole.TryGet(actor.Role, out _))
            {
                found.Add($"Actors[{i}].Role", $"“{actor.Role}” is not a role. Choose one from the list.");
            }
        }
    }

    private void CheckFigures()
    {
        var figures = draft.Figures ?? [];
        found.Add("Figures", TooMany(figures.Count, "figures"));
        var kinds = new HashSet<string>();
        for (var i = 0; i < Math.Min(figures.Count, EventDraft.MostRows); i++)
        {
            if (figures[i] is not { } figure)
            {
                continue;
            }

            if (!FigureKind.TryGet(figure.Kind, out var kind))
            {
                found.Add($"Figures[{i}].Kind", $"“{figure.Kind}” is nothing this map counts. Choose from the list.");
            }
            else if (!kinds.Add(figure.Kind))
            {
                found.Add($"Figures[{i}].Kind", $"There is already a row for {kind.English}. Put the figures into one row.");
            }

            FigureCheck.Run(found, $"Figures[{i}]", figure);
        }
    }

    private void CheckStatus()
    {
        if (!EventStatus.TryGet(draft.Status, out var status))
        {
            found.Add("Status", $"“{draft.Status}” is not a status. Choose draft, review, published or withdrawn.");
        }
        else if (status == EventStatus.Withdrawn && !context.WasPublished)
        {
            found.Add("Status", "Only a published event can be withdrawn. Keep this one as a draft, or delete it.");
        }

        found.Text("Reason", draft.Reason, "The reason");
        if (context.WasPublished && string.IsNullOrWhiteSpace(draft.Reason))
        {
            found.Add("Reason", "Readers see this event now. Say in a few words why it changes.");
        }
    }

    private static string? TooMany(int rows, string what) =>
        rows > EventDraft.MostRows ? $"There are {rows} {what}; {EventDraft.MostRows} are the most. Part the event, or remove rows." : null;
}
