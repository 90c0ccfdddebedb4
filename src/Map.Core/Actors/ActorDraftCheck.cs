using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Actors;

/// <summary>Everything that stands in the way of recording an actor.</summary>
internal sealed class ActorDraftCheck(ActorDraft draft, ActorContext context)
{
    private readonly FoundProblems found = new(context.Today, context.Arabic);

    public IReadOnlyList<FieldProblem> Run()
    {
        CheckName();
        CheckKind();
        var valid = found.Date("Valid", draft.Valid, anchor: null);
        CheckKey();
        CheckNames(valid);
        new RelationCheck(draft, context, found, valid).Run();
        found.Text("Note", draft.Note, "The note", manyLines: true);
        found.Text("PrivateNote", draft.PrivateNote, "The private note", EventDraft.LongestDescription, manyLines: true);
        found.Text("Reason", draft.Reason, "The reason");
        if (draft.Id is not null && string.IsNullOrWhiteSpace(draft.Reason))
        {
            found.Add("Reason", "Readers see this actor now. Say in a few words why it changes.", "يرى القراء هذه الجهة الآن. اذكر بكلمات قليلة سبب تغييرها.");
        }

        return found.All;
    }

    private void CheckName()
    {
        if (string.IsNullOrWhiteSpace(draft.Name))
        {
            found.Add("Name", "The actor has no name. Type the one it is usually called by, in Latin letters.", "ليس للجهة اسم. اكتب اسمها المعتاد بالحروف اللاتينية.");
        }
        else if (context.Parties?.FirstOrDefault(party => party.Id != draft.Id && string.Equals(party.Name, draft.Name.Trim(), StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            found.Add("Name", $"“{same.Name}” is recorded already, under the key {same.Key}. Open that one, or tell the two apart in the name.", $"«{same.Name}» مسجلة من قبل بالمفتاح {DateProblem.Ltr(same.Key)}. افتحها أو ميّز بين الاسمين.");
        }

        found.Text("Name", draft.Name, "The name", EventDraft.LongestTitle);
        found.Text("NameAr", draft.NameAr, "The Arabic name", EventDraft.LongestTitle);
        CheckScript("NameAr", draft.NameAr, "ar");
    }

    private void CheckKind()
    {
        if (!ActorKind.TryGet(draft.Kind, out _))
        {
            found.Add("Kind", $"“{draft.Kind}” is not a kind of actor. Choose from the list.", $"«{draft.Kind}» ليس نوعاً من الجهات. اختر من القائمة.");
        }

        if (!string.IsNullOrEmpty(draft.Holder) && Holders.Order(draft.Holder) == Holders.Named.Count && context.Holders?.Contains(draft.Holder) == false)
        {
            found.Add("Holder", $"Nobody of the id “{draft.Holder}” holds places. Choose from the list.", $"لا جهة بالمعرّف «{draft.Holder}» تسيطر على أماكن. اختر من القائمة.");
        }
    }

    private void CheckKey()
    {
        // A recorded key stays as it is, also one that would not be given today.
        if (draft.Id is not null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(draft.Key))
        {
            found.Add("Key", "The actor has no key. Type one in small Latin letters with hyphens: ahrar-al-sham.", $"ليس للجهة مفتاح. اكتبه بأحرف لاتينية صغيرة تصلها شرطات: {DateProblem.Ltr("ahrar-al-sham")}.");
        }
        else if (!ActorKey.Is(draft.Key.Trim()))
        {
            found.Add("Key", $"“{Shortened(draft.Key)}” is no key. Use small Latin letters, digits and single hyphens, at most {ActorKey.Longest}: ahrar-al-sham.",
                $"«{DateProblem.Ltr(Shortened(draft.Key))}» ليس مفتاحاً. استعمل أحرفاً لاتينية صغيرة وأرقاماً وشرطات مفردة، {ActorKey.Longest} على الأكثر.");
        }
        else if (context.Parties?.FirstOrDefault(party => party.Key == draft.Key.Trim()) is { } other)
        {
            found.Add("Key", $"The key {other.Key} belongs to {other.Name}. Choose another: it names this actor in addresses for good.", $"المفتاح {DateProblem.Ltr(other.Key)} للجهة «{other.Name}». اختر غيره: به تُعرف الجهة في العناوين دائماً.");
        }
    }

    private void CheckNames(DateSpan? valid)
    {
        if (draft.Names.Count > EventDraft.MostRows)
        {
            found.Add("Names", $"There are {draft.Names.Count} names; {EventDraft.MostRows} are the most.", $"عدد الأسماء {draft.Names.Count}، وأقصاها {EventDraft.MostRows}.");
        }

        var seen = new Dictionary<(string, string, string), int>();
        for (var i = 0; i < Math.Min(draft.Names.Count, EventDraft.MostRows); i++)
        {
            var (path, name) = ($"Names[{i}]", draft.Names[i]);
            if (name.IsBlank)
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(name.Name))
            {
                found.Add(path + ".Name", "This name is empty. Type it, or remove the row.", "هذا الاسم فارغ. اكتبه أو أزل السطر.");
            }

            found.Text(path + ".Name", name.Name, "The name", EventDraft.LongestTitle);
            if (!(name.Language is { Length: 2 or 3 } && name.Language.All(char.IsAsciiLetterLower)))
            {
                found.Add(path + ".Language", $"“{name.Language}” is not a language code. Type two or three small letters: en, ar, tr, ku.", $"«{name.Language}» ليست رمز لغة. اكتب حرفين أو ثلاثة أحرف لاتينية صغيرة: en أو ar أو tr أو ku.");
            }

            CheckScript(path + ".Name", name.Name, name.Language);
            var span = found.Date(path + ".Valid", name.Valid, anchor: null);
            if (span is not null && valid is not null && Times.AreApart(span, valid))
            {
                found.Add(path + ".Valid", $"The name was in use {found.Words(span)}, and the actor existed {found.Words(valid)}. Correct one of the two.", $"استُعمل الاسم {found.Words(span)}، ووُجدت الجهة {found.Words(valid)}. صحّح أحدهما.");
            }

            if (!seen.TryAdd((name.Name.Trim(), name.Language, span?.Edtf ?? name.Valid.Trim()), i + 1))
            {
                found.Add(path + ".Name", "This name is listed twice. Remove one row, or say when each was in use.", "هذا الاسم مذكور مرتين. أزل أحد السطرين أو اذكر متى استُعمل كل منهما.");
            }
        }
    }

    /// <summary>A name shown to readers of a language is in letters they read.</summary>
    private void CheckScript(string field, string name, string language)
    {
        if (NameScripts.Expected(language) is { } expected && NameScripts.Of(name) is var script && script != NameScript.None && script != expected && script != NameScript.Mixed)
        {
            found.Add(field, $"This is said to be a name in the language {language}, and it is written in {script.Words(arabic: false)}. Correct the language, or write the name in {expected.Words(arabic: false)}.",
                $"ذُكر أن هذا الاسم بلغة رمزها {language} وهو مكتوب بـ{script.Words(arabic: true)}. صحّح اللغة أو اكتب الاسم بـ{expected.Words(arabic: true)}.");
        }
    }

    private static string Shortened(string words) => words.Trim() is { Length: > 60 } longer ? longer[..60] + "…" : words.Trim();
}
