using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Places;

/// <summary>Everything that stands in the way of saving a place.</summary>
internal sealed class PlaceDraftCheck(PlaceDraft draft, DateOnly today, bool arabic)
{
    private readonly FoundProblems found = new(today, arabic);

    public IReadOnlyList<FieldProblem> Run()
    {
        CheckName();
        CheckOthers();
        if (!PlaceKind.TryGet(draft.Kind, out _))
        {
            found.Add("Kind", $"“{draft.Kind}” is not a kind of place. Choose one from the list.", $"«{draft.Kind}» ليس نوعاً من الأماكن. اختر من القائمة.");
        }

        CheckPosition();
        if (draft.PublicPrecision.Length > 0 && !PublicPrecision.TryGet(draft.PublicPrecision, out _))
        {
            found.Add("PublicPrecision", $"“{draft.PublicPrecision}” is nothing that can be shown in the place's stead. Choose from the list.", $"«{draft.PublicPrecision}» ليس مما يُعرض بدلاً من المكان. اختر من القائمة.");
        }

        found.Text("PrivateNote", draft.PrivateNote, "The private note", EventDraft.LongestDescription, manyLines: true);
        found.Text("Reason", draft.Reason, "The reason");
        if (draft.Version is not null && string.IsNullOrWhiteSpace(draft.Reason))
        {
            found.Add("Reason", "Maps and events use this place. Say in a few words why it changes.", "تستخدم الخرائط والأحداث هذا المكان. اذكر بكلمات قليلة سبب تغييره.");
        }

        return found.All;
    }

    private void CheckName()
    {
        if (string.IsNullOrWhiteSpace(draft.Name))
        {
            found.Add("Name", "The name is empty. Type it in Latin letters, as English reports spell it.", "الاسم فارغ. اكتبه بأحرف لاتينية كما تكتبه التقارير الإنكليزية.");
        }
        else if (!draft.Name.Any(char.IsLetter) || draft.Name.Any(PlainLetters.IsArabic))
        {
            found.Add("Name", $"“{draft.Name.Trim()}” is not in Latin letters. Put an Arabic name into its own field.", $"«{draft.Name.Trim()}» ليس بأحرف لاتينية. اكتب الاسم العربي في حقله.");
        }

        if (!string.IsNullOrWhiteSpace(draft.NameAr) && !draft.NameAr.Any(PlainLetters.IsArabic))
        {
            found.Add("NameAr", $"“{draft.NameAr.Trim()}” has no Arabic letters. Type it in Arabic, or leave it empty.", $"ليس في «{draft.NameAr.Trim()}» أي حرف عربي. اكتبه بالعربية أو اتركه فارغاً.");
        }

        found.Text("Name", draft.Name, "The name", EventDraft.LongestTitle);
        found.Text("NameAr", draft.NameAr, "The Arabic name", EventDraft.LongestTitle);
    }

    private void CheckOthers()
    {
        if (draft.Names.Count > EventDraft.MostRows)
        {
            found.Add("Names", $"There are {draft.Names.Count} names; {EventDraft.MostRows} are the most. Remove some.", $"عدد الأسماء {draft.Names.Count}، وأقصاه {EventDraft.MostRows}. أزل بعضها.");
        }

        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < Math.Min(draft.Names.Count, EventDraft.MostRows); i++)
        {
            var (name, path) = (draft.Names[i], $"Names[{i}]");
            if (name.IsBlank())
            {
                continue;
            }

            found.Text(path + ".Name", name.Name, "The name", EventDraft.LongestTitle);
            if (NameKey.Of(name.Name).Length == 0)
            {
                found.Add(path + ".Name", $"“{name.Name.Trim()}” is no name that a search could find. Type letters, or remove the row.", $"«{name.Name.Trim()}» ليس اسماً يجده البحث. اكتب حروفاً أو أزل السطر.");
            }
            else if (!seen.Add((name.Name.Trim(), name.Language)))
            {
                found.Add(path + ".Name", $"“{name.Name.Trim()}” stands here twice in one language. Remove one of the rows.", $"يرد «{name.Name.Trim()}» مرتين بلغة واحدة. أزل أحد السطرين.");
            }

            if (name.Language.Length is < 2 or > 3 || !name.Language.All(char.IsAsciiLetterLower))
            {
                found.Add(path + ".Language", $"“{name.Language}” is not a language's code. Choose one from the list.", $"«{name.Language}» ليس رمز لغة. اختر من القائمة.");
            }

            if (name.Script.Length > 0 && (name.Script.Length != 4 || !name.Script.All(char.IsAsciiLetter)))
            {
                found.Add(path + ".Script", $"“{name.Script}” is not a script's code. Choose one from the list.", $"«{name.Script}» ليس رمز كتابة. اختر من القائمة.");
            }

            found.Date(path + ".Valid", name.Valid, null);
        }
    }

    private void CheckPosition()
    {
        if (!Coordinates.TryRead(draft.Coordinates, out var latitude, out var longitude, out var problem))
        {
            found.Add("Coordinates", problem, $"اكتب خط العرض (من ‎-90 إلى 90) ثم خط الطول (من ‎-180 إلى 180)، مثل {DateProblem.Ltr("35.732, 37.100")}، أو ألصق رابط خريطة، أو انقر على الخريطة.");
        }
        else if (latitude == 0 && longitude == 0)
        {
            found.Add("Coordinates", "0, 0 lies in the Atlantic and usually stands for a missing position. Type the position.", "يقع الموضع 0، 0 في المحيط الأطلسي ويعني عادةً أن الموضع مفقود. اكتب الموضع.");
        }
        else if (!draft.PositionConfirmed && DraftCheck.LooksSwapped(latitude, longitude, null))
        {
            var (north, east) = (Coordinates.Text(latitude), Coordinates.Text(longitude));
            found.Add("Coordinates", $"These look swapped: {north}, {east} lies far off, {east}, {north} does not. Latitude comes first: type {east}, {north}, or confirm the position.",
                $"يبدو العرض والطول مقلوبين. خط العرض أولاً: اكتب {DateProblem.Ltr($"{east}, {north}")} أو أكّد الموضع.");
        }
    }
}
