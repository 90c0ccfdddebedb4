using Map.Core.Evidence;
using Map.Core.Places;
using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>Everything that stands in the way of saving a draft. A draft may be incomplete in its claims and place; what is there must be right.</summary>
internal sealed class DraftCheck(EventDraft draft, DraftContext context)
{
    private readonly FoundProblems found = new(context.Today, context.Arabic);

    public IReadOnlyList<FieldProblem> Run()
    {
        if (draft.Id <= 0)
        {
            found.Add("Id", $"The event's number {draft.Id} is not a positive one. Open the form again.", $"رقم الحدث {draft.Id} ليس موجباً. افتح النموذج من جديد.");
        }

        CheckNames();
        var when = CheckDate();
        CheckPlace();
        CheckActors();
        CheckFigures();
        found.Text("Description", draft.Description, "The description", EventDraft.LongestDescription, manyLines: true);
        CheckPrivate();
        new ClaimCheck(draft, context, found, when).Run();
        CheckGrade();
        CheckStatus();
        return found.All;
    }

    private void CheckNames()
    {
        if (!EventTypes.TryGet(draft.Type, out _))
        {
            found.Add("Type", string.IsNullOrEmpty(draft.Type)
                ? found.Say("Choose what kind of event this is.", "اختر نوع الحدث.")
                : found.Say($"“{draft.Type}” is not a kind of event. Choose one from the list.", $"«{draft.Type}» ليس نوعاً من الأحداث. اختر من القائمة."));
        }

        if (string.IsNullOrWhiteSpace(draft.Title))
        {
            found.Add("Title", "The title is empty. Say in a few words what happened.", "العنوان فارغ. اذكر بكلمات قليلة ما حدث.");
        }
        else if (!draft.Title.Any(char.IsLetter))
        {
            found.Add("Title", $"The title “{draft.Title.Trim()}” has no letters. Say in a few words what happened.", $"ليس في العنوان «{draft.Title.Trim()}» أي حرف. اذكر بكلمات قليلة ما حدث.");
        }
        else if (draft.Title.Where(char.IsLetter).All(PlainLetters.IsArabic))
        {
            found.Add("Title", "The title is in Arabic letters. Put it into the Arabic title, and an English one here.", "العنوان بأحرف عربية. انقله إلى العنوان العربي، واكتب هنا عنواناً بالإنكليزية.");
        }

        if (!string.IsNullOrWhiteSpace(draft.TitleAr) && !draft.TitleAr.Any(PlainLetters.IsArabic))
        {
            found.Add("TitleAr", $"The Arabic title “{draft.TitleAr.Trim()}” has no Arabic letters. Type it in Arabic, or leave it empty.", $"ليس في العنوان العربي «{draft.TitleAr.Trim()}» أي حرف عربي. اكتبه بالعربية أو اتركه فارغاً.");
        }

        found.Text("Title", draft.Title, "The title", EventDraft.LongestTitle);
        found.Text("TitleAr", draft.TitleAr, "The Arabic title", EventDraft.LongestTitle);
    }

    private DateSpan? CheckDate()
    {
        DateSpan? anchor = null;
        if (!string.IsNullOrWhiteSpace(draft.DateAnchor) && !EdtfText.TryParse(draft.DateAnchor, out anchor, out _))
        {
            found.Edtf("DateAnchor", draft.DateAnchor);
        }

        var reading = DatePhrase.Read(draft.DateText, anchor);
        var span = reading.Readings.Count == 1 ? reading.Readings[0] : reading.Readings.FirstOrDefault(one => one.Edtf == draft.DateChoice);
        if (reading.Readings.Count == 0)
        {
            found.Unread("DateText", reading);
        }
        else if (span is null)
        {
            var meanings = found.Meanings(reading);
            found.Add("DateText", $"“{draft.DateText.Trim()}” can mean {meanings}. Choose the one the source means.", $"قد تعني «{draft.DateText.Trim()}» {meanings}. اختر ما يعنيه المصدر.");
        }
        else
        {
            found.Add("DateText", found.OutOfTime(draft.DateText, span));
        }

        return span;
    }

    private void CheckPrivate()
    {
        found.Text("PrivateNote", draft.PrivateNote, "The private note", EventDraft.LongestDescription, manyLines: true);
        if (draft.PublicPrecision.Length > 0 && !PublicPrecision.TryGet(draft.PublicPrecision, out _))
        {
            found.Add("PublicPrecision", $"“{draft.PublicPrecision}” is nothing that can be shown in the place's stead. Choose from the list.", $"«{draft.PublicPrecision}» ليس مما يُعرض بدلاً من المكان. اختر من القائمة.");
        }
    }

    private void CheckPlace()
    {
        var hasPlace = !string.IsNullOrWhiteSpace(draft.PlaceKey);
        var hasPosition = !string.IsNullOrWhiteSpace(draft.Coordinates);
        found.Text("PlaceName", draft.PlaceName, "The place's name", EventDraft.LongestTitle);
        if (hasPlace && context.PlaceExists?.Invoke(draft.PlaceKey) == false)
        {
            found.Add("PlaceKey", $"The gazetteer has no place “{draft.PlaceKey}”. Choose one from the list, or type its name and position.", $"لا مكان في المعجم بالمفتاح «{draft.PlaceKey}». اختر مكاناً من القائمة، أو اكتب اسمه وموضعه.");
        }

        if (hasPosition)
        {
            CheckPosition();
        }

        if (!PlacePrecision.TryGet(draft.Precision, out var precision))
        {
            found.Add("Precision", $"“{draft.Precision}” is not a precision. Choose how closely the place is known.", $"«{draft.Precision}» ليست درجة دقة. اختر بأي دقة يُعرف المكان.");
        }
        else if (draft.IsForReaders && !hasPlace && !hasPosition)
        {
            found.Add("PlaceKey", string.IsNullOrWhiteSpace(draft.PlaceName)
                ? precision == PlacePrecision.Country ? null : found.Say(
                    "No place is given. Choose one, paste a position, click on the map, or say that it is only known to be somewhere in the country.",
                    "لم يُذكر مكان. اختر مكاناً، أو ألصق موضعاً، أو انقر على الخريطة، أو اذكر أنه لا يُعرف إلا أنه في البلاد.")
                : precision == PlacePrecision.Exact
                    ? found.Say($"“{draft.PlaceName.Trim()}” has no position, so the place is not exactly known. Choose a place or a position, or a coarser precision.",
                        $"ليس لـ«{draft.PlaceName.Trim()}» موضع، فالمكان غير معروف بدقة. اختر مكاناً أو موضعاً، أو دقة أقل.")
                    : null);
        }
    }

    private void CheckPosition()
    {
        if (!Places.Coordinates.TryRead(draft.Coordinates, out var latitude, out var longitude, out var problem))
        {
            found.Add("Coordinates", problem, $"لم يُفهم الموضع «{DateProblem.AsTyped(draft.Coordinates.Trim())}». اكتب خط العرض (من ‎-90 إلى 90) ثم خط الطول (من ‎-180 إلى 180)، مثل {Ltr("35.732", "37.100")}، أو ألصق رابط خريطة.");
            return;
        }

        var (north, east) = (Places.Coordinates.Text(latitude), Places.Coordinates.Text(longitude));
        if (latitude == 0 && longitude == 0)
        {
            found.Add("Coordinates", "0, 0 lies in the Atlantic and usually stands for a missing position. Leave the field empty, or type the position.", "يقع الموضع 0، 0 في المحيط الأطلسي ويعني عادةً أن الموضع مفقود. اترك الحقل فارغاً أو اكتب الموضع.");
        }
        else if (!draft.PositionConfirmed && LooksSwapped(latitude, longitude, context.InCountry))
        {
            found.Add("Coordinates", $"These look swapped: {north}, {east} lies far off, {east}, {north} does not. Latitude comes first: type {east}, {north}, or confirm the position.", $"يبدو العرض والطول مقلوبين: {Ltr(north, east)} بعيد، و{Ltr(east, north)} ليس كذلك. خط العرض أولاً: اكتب {Ltr(east, north)} أو أكّد الموضع.");
        }
    }

    public static bool LooksSwapped(double latitude, double longitude, Func<double, double, bool>? inCountry)
    {
        var lies = inCountry ?? ((north, east) => north is > 32 and < 37.6 && east is > 35.4 and < 42.5);
        return Math.Abs(longitude) <= 90 && !lies(latitude, longitude) && lies(longitude, latitude);
    }

    private void CheckActors()
    {
        var actors = draft.Actors ?? [];
        found.Add("Actors", TooMany(actors.Count, "actors", "الجهات"));
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
                    ? found.Say("No actor is chosen. Choose one from the list, or remove the row.", "لم تُختر جهة. اختر واحدة من القائمة أو أزل السطر.")
                    : found.Say($"“{actor.Name.Trim()}” is not a known actor. Choose one from the list, or add the actor first.", $"«{actor.Name.Trim()}» ليست جهة معروفة. اختر واحدة من القائمة، أو أضف الجهة أولاً."));
            }
            else if (context.ActorExists?.Invoke(actor.ActorId, actor.ActorKey ?? "") == false)
            {
                found.Add($"Actors[{i}].Name", $"The actor “{(string.IsNullOrWhiteSpace(actor.Name) ? actor.ActorKey : actor.Name)}” is no longer there. Choose another.", $"لم تعد الجهة «{(string.IsNullOrWhiteSpace(actor.Name) ? actor.ActorKey : actor.Name)}» موجودة. اختر غيرها.");
            }
            else if (!seen.Add((actor.ActorId, actor.ActorKey ?? "", actor.Role ?? "")))
            {
                found.Add($"Actors[{i}].Name", $"“{actor.Name}” stands here twice with the same role. Remove one, or change its role.", $"«{actor.Name}» مذكورة هنا مرتين بالدور نفسه. أزل إحداهما أو غيّر دورها.");
            }

            if (!ActorRole.TryGet(actor.Role, out _))
            {
                found.Add($"Actors[{i}].Role", $"“{actor.Role}” is not a role. Choose one from the list.", $"«{actor.Role}» ليس دوراً. اختر من القائمة.");
            }
        }
    }

    private void CheckFigures()
    {
        var figures = draft.Figures ?? [];
        found.Add("Figures", TooMany(figures.Count, "figures", "أسطر الأعداد"));
        var kinds = new HashSet<string>();
        for (var i = 0; i < Math.Min(figures.Count, EventDraft.MostRows); i++)
        {
            if (figures[i] is not { } figure)
            {
                continue;
            }

            if (!FigureKind.TryGet(figure.Kind, out var kind))
            {
                found.Add($"Figures[{i}].Kind", $"“{figure.Kind}” is nothing this map counts. Choose from the list.", $"«{figure.Kind}» ليس مما تحصيه هذه الخريطة. اختر من القائمة.");
            }
            else if (!kinds.Add(figure.Kind))
            {
                found.Add($"Figures[{i}].Kind", $"There is already a row for {kind.English}. Put the figures into one row.", $"هناك سطر لهذا من قبل ({kind.Arabic}). اجمع الأعداد في سطر واحد.");
            }

            FigureCheck.Run(found, $"Figures[{i}]", figure);
        }
    }

    private void CheckGrade()
    {
        found.Text("GradeReason", draft.GradeReason, "The reason for the grade");
        if (string.IsNullOrEmpty(draft.GradeSet))
        {
            if (!string.IsNullOrWhiteSpace(draft.GradeReason))
            {
                found.Add("GradeReason", "A reason stands here, but no grade is set. Choose one, or empty the reason.", "كُتب هنا سبب ولم تُحدَّد درجة. اختر درجة أو أفرغ السبب.");
            }
        }
        else if (!EventGrades.TryGet(draft.GradeSet, out var grade))
        {
            found.Add("GradeSet", $"“{draft.GradeSet}” is not a grade. Choose one from the list.", $"«{draft.GradeSet}» ليست درجة. اختر من القائمة.");
        }
        else if (string.IsNullOrWhiteSpace(draft.GradeReason))
        {
            found.Add("GradeReason", $"Say in a few words why this event is {grade.Words(false)}, whatever the rules say. Readers see it.", $"اذكر بكلمات قليلة لماذا تكون درجة هذا الحدث «{grade.Words(true)}» مهما قالت القواعد. يراه القراء.");
        }
    }

    private void CheckStatus()
    {
        if (!EventStatus.TryGet(draft.Status, out var status))
        {
            found.Add("Status", $"“{draft.Status}” is not a status. Choose draft, review, published or withdrawn.", $"«{draft.Status}» ليست حالة. اختر من القائمة.");
        }
        else if (status == EventStatus.Withdrawn && !context.WasPublished && !context.WasWithdrawn)
        {
            found.Add("Status", "Only a published event can be withdrawn. Keep this one as a draft, or delete it.", "لا يُسحب إلا حدث منشور. أبقِ هذا مسودة أو احذفه.");
        }

        found.Text("Reason", draft.Reason, "The reason");
        if (context.WasPublished && string.IsNullOrWhiteSpace(draft.Reason))
        {
            found.Add("Reason", "Readers see this event now. Say in a few words why it changes.", "يرى القراء هذا الحدث الآن. اذكر بكلمات قليلة سبب تغييره.");
        }
    }

    private string? TooMany(int rows, string what, string whatAr) =>
        rows > EventDraft.MostRows ? found.Say($"There are {rows} {what}; {EventDraft.MostRows} are the most. Part the event, or remove rows.", $"عدد {whatAr} {rows}، وأقصاه {EventDraft.MostRows}. قسّم الحدث أو أزل أسطراً.") : null;

    private static string Ltr(string north, string east) => DateProblem.Ltr($"{north}, {east}");
}
