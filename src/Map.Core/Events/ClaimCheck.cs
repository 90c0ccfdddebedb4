using System.Globalization;
using Map.Core.Places;
using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>The claims of a draft: each says something, somebody says it, and a source carries it.</summary>
/// <param name="when">The event's own span, where it is known.</param>
internal sealed class ClaimCheck(EventDraft draft, DraftContext context, FoundProblems found, DateSpan? when)
{
    private readonly DateSpan? anchor = EdtfText.TryParse(draft.DateAnchor, out var parsed, out _) ? parsed : null;

    public void Run()
    {
        var claims = draft.Claims ?? [];
        if (draft.IsForReaders && !claims.Any(claim => claim?.HasSource == true))
        {
            found.Add("Claims", "Nothing is published without a source. Add a claim: who says it, and where it can be read.", "لا يُنشر شيء بلا مصدر. أضف رواية: من قالها وأين تُقرأ.");
        }

        if (claims.Count > EventDraft.MostRows)
        {
            found.Add("Claims", $"There are {claims.Count} claims; {EventDraft.MostRows} are the most. Part the event, or remove rows.", $"عدد الروايات {claims.Count}، وأقصاه {EventDraft.MostRows}. قسّم الحدث أو أزل أسطراً.");
        }

        var seen = new Dictionary<(string?, string?, long?, string?, string?, long?, string?), int>();
        for (var i = 0; i < Math.Min(claims.Count, EventDraft.MostRows); i++)
        {
            if (claims[i] is not { } claim)
            {
                continue;
            }

            CheckWords($"Claims[{i}]", claim);
            CheckClaimant($"Claims[{i}]", claim);
            var published = CheckSource($"Claims[{i}]", claim, i + 1);
            CheckTimes($"Claims[{i}]", claim, published);
            CheckPlace($"Claims[{i}]", claim);
            var same = (claim.Field, claim.Says?.Trim(), claim.ClaimantId, claim.ClaimantKey, claim.ClaimantText?.Trim(), claim.SourceId, claim.SourceKey);
            if (claim.NewSource is null && !seen.TryAdd(same, i + 1))
            {
                found.Add($"Claims[{i}].Says", $"Claim {i + 1} repeats claim {seen[same]}. Remove one, or say what differs.", $"الرواية {i + 1} تكرر الرواية {seen[same]}. أزل إحداهما أو اذكر ما يختلف.");
            }
        }
    }

    private void CheckWords(string path, DraftClaim claim)
    {
        if (!ClaimField.TryGet(claim.Field, out _))
        {
            found.Add(path + ".Field", $"“{claim.Field}” is nothing a claim can be about. Choose from the list.", $"«{claim.Field}» ليس مما تُعنى به رواية. اختر من القائمة.");
        }

        if (string.IsNullOrWhiteSpace(claim.Says))
        {
            found.Add(path + ".Says", "What the claim says is empty. Put it in your own words, or remove the claim.", "لم يُذكر ما تقوله الرواية. اكتبه بكلماتك أو أزل الرواية.");
        }

        found.Text(path + ".Says", claim.Says, "What the claim says");
        found.Text(path + ".SaysAr", claim.SaysAr, "What the claim says in Arabic");
        found.Text(path + ".Quote", claim.Quote, "The quotation", EventDraft.LongestQuote, manyLines: true);
        if (claim.Credibility is < 1 or > 6)
        {
            found.Add(path + ".Credibility", $"{claim.Credibility} is not a credibility. Choose 1 to 6; 6 says it cannot be judged.", $"{claim.Credibility} ليست درجة مصداقية. اختر من 1 إلى 6؛ و6 تعني أنه لا يمكن الحكم.");
        }
    }

    private void CheckClaimant(string path, DraftClaim claim)
    {
        var known = claim.ClaimantId is not null || !string.IsNullOrEmpty(claim.ClaimantKey);
        var worded = !string.IsNullOrWhiteSpace(claim.ClaimantText);
        found.Text(path + ".ClaimantText", claim.ClaimantText, "The claimant", EventDraft.LongestTitle);
        found.Add(path + ".ClaimantText", (known, worded) switch
        {
            (false, false) => found.Say("Nobody is named who says this. Choose an actor, or type who says it: the article's author, local residents.", "لم يُذكر من يقول هذا. اختر جهة، أو اكتب من يقوله: كاتب المقال، سكان محليون."),
            (true, _) when context.ActorExists?.Invoke(claim.ClaimantId, claim.ClaimantKey ?? "") == false => found.Say("The chosen claimant is no longer there. Choose another.", "لم يعد صاحب الرواية المختار موجوداً. اختر غيره."),
            _ => null,
        });
    }

    private void CheckTimes(string path, DraftClaim claim, DateSpan? published)
    {
        found.Date(path + ".When", claim.When, anchor);
        if (found.Date(path + ".SaidOn", claim.SaidOn, anchor) is not { } said)
        {
            return;
        }

        if (when?.Earliest > said.Latest)
        {
            found.Add(path + ".SaidOn", $"It was said on {Words(said)}, before the event ({Words(when)}). Correct one of the two dates.", $"قيل ذلك في {Words(said)}، قبل الحدث ({Words(when)}). صحّح أحد التاريخين.");
        }
        else if (said.Earliest > published?.Latest)
        {
            found.Add(path + ".SaidOn", $"It was said on {Words(said)}, after the source was published ({Words(published)}). Correct one of the two dates.", $"قيل ذلك في {Words(said)}، بعد نشر المصدر ({Words(published)}). صحّح أحد التاريخين.");
        }
    }

    private void CheckPlace(string path, DraftClaim claim)
    {
        found.Text(path + ".PlaceText", claim.PlaceText, "The claim's place", EventDraft.LongestTitle);
        if (!string.IsNullOrEmpty(claim.PlaceKey) && context.PlaceExists?.Invoke(claim.PlaceKey) == false)
        {
            found.Add(path + ".PlaceKey", $"The gazetteer has no place “{claim.PlaceKey}”. Choose one from the list, or type the place in words.", $"لا مكان في المعجم بالمفتاح «{claim.PlaceKey}». اختر مكاناً من القائمة، أو اكتب المكان بالكلمات.");
        }

        if (string.IsNullOrWhiteSpace(claim.RadiusKm))
        {
            return;
        }

        var typed = string.Concat(claim.RadiusKm.Trim().Select(PlainLetters.Lower));
        if (!double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var radius) || radius is not (> 0 and <= 1000))
        {
            found.Add(path + ".RadiusKm", $"“{claim.RadiusKm.Trim()}” is not a distance. Type kilometres above 0 and up to 1,000, such as 15.", $"«{claim.RadiusKm.Trim()}» ليست مسافة. اكتب كيلومترات فوق 0 وحتى 1000، مثل 15.");
        }
        else if (string.IsNullOrEmpty(claim.PlaceKey) && string.IsNullOrWhiteSpace(claim.PlaceText))
        {
            found.Add(path + ".RadiusKm", $"A distance of {typed} km needs a place to be counted from. Choose one, or remove the distance.", $"تحتاج مسافة {typed} كم إلى مكان تُحسب منه. اختر مكاناً أو أزل المسافة.");
        }
    }

    private DateSpan? CheckSource(string path, DraftClaim claim, int number)
    {
        var known = claim.SourceId is not null || !string.IsNullOrEmpty(claim.SourceKey);
        if (known && claim.NewSource is not null)
        {
            found.Add(path + ".SourceId", $"Claim {number} has both a known and a new source. Keep one of the two.", $"للرواية {number} مصدر معروف ومصدر جديد معاً. أبقِ أحدهما.");
        }
        else if (!known && claim.NewSource is null)
        {
            found.Add(path + ".SourceId", $"Claim {number} has no source. Choose one, or add it.", $"ليس للرواية {number} مصدر. اختر مصدراً أو أضفه.");
        }
        else if (known && context.SourceExists?.Invoke(claim.SourceId, claim.SourceKey ?? "") == false)
        {
            found.Add(path + ".SourceId", "The chosen source is no longer there. Choose another.", "لم يعد المصدر المختار موجوداً. اختر غيره.");
        }

        return claim.NewSource is { } source ? SourceCheck.Run(found, path + ".NewSource", source) : null;
    }

    private string Words(DateSpan span) => found.Words(span);
}
