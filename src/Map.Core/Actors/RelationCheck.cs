using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Actors;

/// <summary>The relations of an actor's draft: each names another actor and a source, and its date fits what is known of both.</summary>
/// <param name="valid">When the actor existed, where that is known.</param>
internal sealed class RelationCheck(ActorDraft draft, ActorContext context, FoundProblems found, DateSpan? valid)
{
    private readonly Dictionary<long, KnownParty> parties = (context.Parties ?? []).ToDictionary(party => party.Id);

    public void Run()
    {
        if (draft.Relations.Count > EventDraft.MostRows)
        {
            found.Add("Relations", $"There are {draft.Relations.Count} relations; {EventDraft.MostRows} are the most.", $"عدد العلاقات {draft.Relations.Count}، وأقصاها {EventDraft.MostRows}.");
        }

        var seen = new HashSet<(string, long?, string?, long?)>();
        for (var i = 0; i < Math.Min(draft.Relations.Count, EventDraft.MostRows); i++)
        {
            var (path, relation) = ($"Relations[{i}]", draft.Relations[i]);
            if (relation.IsBlank)
            {
                continue;
            }

            CheckKind(path, relation);
            var isNamed = CheckOther(path, relation);
            var published = CheckSource(path, relation);
            var span = CheckDate(path, relation, published);
            if (isNamed && span is not null)
            {
                CheckTimes(path, relation, span);
            }

            if (isNamed)
            {
                CheckLoop(path, relation, span);
            }

            if (relation.NewSource is null && !seen.Add((relation.Kind, relation.ToId, span?.Edtf, relation.SourceId)))
            {
                found.Add(path + ".Kind", "This relation is listed twice. Remove one of the two, or say what differs.", "هذه العلاقة مذكورة مرتين. أزل إحداهما أو اذكر ما يختلف.");
            }

            found.Text(path + ".Claimant", relation.Claimant, "Who says so", EventDraft.LongestTitle);
            found.Text(path + ".Note", relation.Note, "The note", manyLines: true);
            if (relation.Credibility is < 1 or > 6)
            {
                found.Add(path + ".Credibility", $"{relation.Credibility} is not a credibility. Choose 1 to 6; 6 says it cannot be judged.", $"{relation.Credibility} ليست درجة مصداقية. اختر من 1 إلى 6؛ و6 تعني أنه لا يمكن الحكم.");
            }
        }
    }

    private void CheckKind(string path, DraftRelation relation)
    {
        if (!RelationKind.TryGet(relation.Kind, out _))
        {
            found.Add(path + ".Kind", relation.Kind.Length == 0 ? found.Say("It is not said how the two stand to each other. Choose from the list.", "لم يُذكر ما بين الجهتين. اختر من القائمة.")
                : found.Say($"“{relation.Kind}” is no relation of actors. Choose from the list.", $"«{relation.Kind}» ليست علاقة بين جهتين. اختر من القائمة."));
        }
    }

    private bool CheckOther(string path, DraftRelation relation)
    {
        var problem = relation.ToId switch
        {
            null when string.IsNullOrWhiteSpace(relation.ToName) => found.Say("The other actor is not named. Type its name in any spelling and take it from the list.", "لم تُذكر الجهة الأخرى. اكتب اسمها بأي كتابة وخذها من القائمة."),
            null => found.Say($"“{relation.ToName.Trim()}” is not chosen yet. Take the actor that is meant from the list, or record it first.", $"لم تُختر «{relation.ToName.Trim()}» بعد. خذ الجهة المقصودة من القائمة أو سجّلها أولاً."),
            { } id when id == draft.Id => found.Say("An actor stands in no relation to itself. Choose the other one.", "لا علاقة لجهة بنفسها. اختر الجهة الأخرى."),
            { } id when context.Parties is not null && !parties.ContainsKey(id) => found.Say("The chosen actor is no longer there. Choose another.", "لم تعد الجهة المختارة موجودة. اختر غيرها."),
            _ => null,
        };
        found.Add(path + ".ToName", problem);
        return problem is null;
    }

    private DateSpan? CheckSource(string path, DraftRelation relation)
    {
        var known = relation.SourceId is not null || !string.IsNullOrEmpty(relation.SourceKey);
        found.Add(path + ".SourceId", (known, relation.NewSource) switch
        {
            (true, not null) => found.Say("There are both a known and a new source. Keep one of the two.", "هناك مصدر معروف ومصدر جديد معاً. أبقِ أحدهما."),
            (false, null) => found.Say("No relation is recorded without a source. Choose one, or add it.", "لا تُسجَّل علاقة بلا مصدر. اختر مصدراً أو أضفه."),
            (true, _) when context.SourceExists?.Invoke(relation.SourceId, relation.SourceKey ?? "") == false => found.Say("The chosen source is no longer there. Choose another.", "لم يعد المصدر المختار موجوداً. اختر غيره."),
            _ => null,
        });
        return relation.NewSource is { } added ? SourceCheck.Run(found, path + ".NewSource", added) : EdtfText.TryParse(context.PublishedOf?.Invoke(relation.SourceId), out var published, out _) ? published : null;
    }

    private DateSpan? CheckDate(string path, DraftRelation relation, DateSpan? published)
    {
        if (string.IsNullOrWhiteSpace(relation.DateText))
        {
            return null;
        }

        var reading = relation.ReadDate();
        if (reading.Readings.Count == 0)
        {
            found.Unread(path + ".DateText", reading);
            return null;
        }

        if (relation.ReadSpan() is not { } span)
        {
            var meanings = found.Meanings(reading);
            found.Add(path + ".DateText", $"“{relation.DateText.Trim()}” can mean {meanings}. Choose the one the source means.", $"قد تعني «{relation.DateText.Trim()}» {meanings}. اختر ما يعنيه المصدر.");
            return null;
        }

        found.Add(path + ".DateText", found.OutOfTime(relation.DateText, span) ?? (published is not null && Times.IsBefore(published, span)
            ? found.Say($"{Capital(found.Words(span))} is after the source was published ({found.Words(published)}). Correct one of the two dates.", $"{found.Words(span)} بعد نشر المصدر ({found.Words(published)}). صحّح أحد التاريخين.")
            : null));
        return span;
    }

    /// <summary>Both existed when the one became this of the other; what an actor came out of may have ended before.</summary>
    private void CheckTimes(string path, DraftRelation relation, DateSpan span)
    {
        if (valid is not null && Times.AreApart(span, valid))
        {
            found.Add(path + ".DateText", Apart(draft.Name.Trim(), span, valid));
        }
        else if (parties.TryGetValue(relation.ToId!.Value, out var other) && EdtfText.TryParse(other.Valid, out var theirs, out _)
            && (Times.IsBefore(span, theirs) || (Times.IsBefore(theirs, span) && !RelationLoops.IsOrigin(relation.Kind))))
        {
            found.Add(path + ".DateText", Apart(other.Name, span, theirs));
        }
    }

    private string Apart(string name, DateSpan span, DateSpan existed) => found.Say(
        $"{name} existed {found.Words(existed)}, and this is dated {found.Words(span)}. Correct one of the two.",
        $"وُجدت «{name}» {found.Words(existed)}، وهذا مؤرخ {found.Words(span)}. صحّح أحدهما.");

    private void CheckLoop(string path, DraftRelation relation, DateSpan? span)
    {
        if (draft.Id is not { } self || context.Ties is not { } ties || RelationLoops.Closing(self, relation.Kind, relation.ToId!.Value, span, ties) is not { } way)
        {
            return;
        }

        string Name(long id) => id == self ? draft.Name.Trim() : parties.TryGetValue(id, out var party) ? party.Name : $"{id}";
        string Told(bool arabic) => string.Join(arabic ? "، و" : ", ", way.Select(tie => Sentence(tie, arabic)));
        string Sentence(KnownTie tie, bool arabic) => (RelationKind.TryGet(tie.Kind, out var kind) ? kind.Words(arabic) : tie.Kind) is var words && arabic ? $"«{Name(tie.FromId)}» {words} «{Name(tie.ToId)}»" : $"{Name(tie.FromId)} is {words} {Name(tie.ToId)}";
        found.Add(path + ".ToName", $"That would be a circle: {Told(false)}. Correct one of these.", $"تنشأ بذلك حلقة: {Told(true)}. صحّح إحدى هذه العلاقات.");
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
