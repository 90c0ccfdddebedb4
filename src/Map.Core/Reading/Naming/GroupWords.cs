namespace Map.Core.Reading.Naming;

/// <summary>Words that tell a group's, body's or outlet's name from others.</summary>
internal static class GroupWords
{
    /// <summary>Behind a name, small or capital: the Sultan Murad Brigade, the Zenki movement.</summary>
    private static readonly Dictionary<string, string> Heads = Kinds(
        "group: brigade brigades division divisions battalion battalions army front movement legion corps regiment faction factions bloc militia party tribe clan alliance company gathering bataillon katiba squad hawks falcons gang",
        "force: forces guard guards guardians command police gendarmerie",
        "service: intelligence mukhabarat directorate security-service");

    /// <summary>Behind a name, with a capital only: a small "council" or "centre" is any.</summary>
    private static readonly Dictionary<string, string> CapitalHeads = Kinds(
        "group: union coalition council congress assembly room group organization organisation league brotherhood front bureau jamaat cell cells unit units column commandos resistance state confederation federation gathering mujahideen martyrs lions knights partisans units",
        "force: force",
        "institution: ministry committee commission administration authority agency office center centre institute foundation observatory network association court parliament senate government cabinet society initiative fund bank university institution department secretariat syndicate board embassy consulate mission programme program project college school academy charity relief taskforce watch monitor crescent helmets house tribunal",
        "service: service services directorate intelligence security apparatus branch",
        "outlet: news press times post tribune herald journal gazette magazine newspaper radio tv television channel media today daily weekly review wire");

    /// <summary>Before a name: Jaish al-Islam, Liwa Fatah.</summary>
    private static readonly HashSet<string> Openings = Words(
        "jaish jaysh jeish jaesh gaysh jabhat jabha jabhet jebhat liwa liwaa alwiya alwiyat katibat katiba kataib kataeb katayib harakat haraka harakah harkat hezb hizb hay'at hayat hayyat hay'et heyet tanzim failaq faylaq faylak fawj furqat furqa firqat firka firqa saraya sariyat ahrar ansar jund junud jnud ajnad suqour suqur soqour sukur saqour fursan forsan usud asoud osoud usood dir dera nusur nosour shuhada shohada asaib majlis ghurfat tajammu tajamu tajamo tajammo ittihad quwat kuwat mujahidi murabitun jamaat jamaa hurras haras rijal maghawir maghaweir qiyadat humat homat abnaa abna wahdat tahaluf tayyar thuwar muntasir radio");

    /// <summary>Before "of" or "for" and a name: the Ministry of Defence, the Council for Fatwa.</summary>
    private static readonly HashSet<string> OfHeads = Words(
        "ministry council party army union department directorate office organisation organization front movement committee authority house bank league coalition commission court institute center centre foundation board bureau association network assembly federation partisans sons men lions falcons soldiers knights martyrs brigade brigades battalion battalions chamber administration agency secretariat state government guardians free syndicate fund observatory society university companions supporters protectors helpers academy forces unit units grouping gathering");

    /// <summary>Words for a group, before or behind a name that nothing else betrays: the faction X, X, a small group.</summary>
    private static readonly Dictionary<string, string> Nouns = Kinds(
        "group: group groups faction factions brigade battalion militia movement organisation organization party bloc coalition alliance tribe clan cell gang splinter rebels militants fighters jihadists grouping",
        "outlet: newspaper daily website outlet channel broadcaster agency magazine station network broadsheet tabloid weekly portal",
        "service: office service wing arm apparatus",
        "institution: consultancy think-tank thinktank tank ngo charity institute foundation monitor watchdog company firm centre center committee council");

    /// <summary>Small words that known names have behind their first: Turkish intelligence, morality police.</summary>
    private static readonly HashSet<string> Small = Words("intelligence government opposition coalition police insurgents group movement clan forces civil defence defense security service agency camp workers network led international backed");

    public static bool IsSmall(string low) => Small.Contains(low);

    public static bool IsHead(string low) => Heads.ContainsKey(low) || CapitalHeads.ContainsKey(low);

    /// <summary>The kind a head word behind a name makes it; null where the word makes none.</summary>
    public static string? KindOfHead(Token token) =>
        Heads.GetValueOrDefault(token.Low) ?? (token.IsCapital ? CapitalHeads.GetValueOrDefault(token.Low) : null);

    public static bool Opens(Token token) => token.IsCapital && Openings.Contains(token.Low);

    public static string? KindOfHeadOf(Token token) => token.IsCapital && OfHeads.Contains(token.Low) ? KindOfHead(token) ?? "group" : null;

    public static string? KindOfNoun(string low) => Nouns.GetValueOrDefault(low);

    private static Dictionary<string, string> Kinds(params string[] rows)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (kind, words) = (row[..row.IndexOf(':', StringComparison.Ordinal)], row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                kinds.TryAdd(word, kind);
            }
        }

        return kinds;
    }

    private static HashSet<string> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Token.Plain)];
}
