namespace Map.Core.Reading.Naming;

/// <summary>Words beside a name that say it is a person, and verbs that say somebody acts.</summary>
internal static class PersonWords
{
    private static readonly HashSet<string> Roles = Words(
        "leader leaders commander co-commander spokesman spokesperson spokeswoman spokesmen emir amir cleric clerics sheikh shaykh activist activists journalist journalists analyst analysts researcher researchers expert experts minister president general colonel major captain lieutenant brigadier judge mayor governor ambassador envoy director head chief deputy fighter official officer doctor lawyer defector author professor fellow founder co-founder member photographer cameraman reporter correspondent secretary king prince senator lawmaker diplomat coordinator negotiator militant jihadist ideologue preacher scholar mufti imam son brother father mother wife daughter sister cousin uncle nephew businessman businesswoman trader farmer teacher engineer student pilot columnist writer historian economist resident politician dissident premier chairman chairwoman chair representative adviser advisor speaker administrator operative financier smuggler warlord recruiter propagandist theologian jurist mediator dignitary notable elder paramedic volunteer worker rapporteur commissioner inspector aide bodyguard caliph successor predecessor named called");

    private static readonly HashSet<string> Titles = Words(
        "president vice-president vice minister premier general gen colonel col major maj captain capt lieutenant lt brigadier brig sergeant sgt admiral marshal commander commandant sheikh shaykh sheik shaikh mullah mufti imam ayatollah hojatoleslam sayyed sayyid sayed hajj haji hajji emir amir caliph king prince princess sultan crown dr doctor prof professor mr mrs ms sir lord lady judge governor mayor ambassador envoy senator sen representative rep congressman secretary chancellor pope patriarch bishop father archbishop spokesman spokeswoman spokesperson chairman director leader chief deputy martyr lawyer engineer activist journalist analyst researcher author brother comrade ustaz ustadh staff special undersecretary adviser advisor head foreign defence defense interior justice prime information commissioner high rapporteur coordinator secretary-general undersecretary inspector");

    private static readonly HashSet<string> Says = Words(
        "said says say told tells added adds stated states explained explains argued argues argue claimed claims claim noted notes wrote writes tweeted posted replied responded responds answered insisted insists confirmed confirms denied denies admitted admits acknowledged announced announces declared declares stressed stresses emphasised emphasized emphasises emphasizes underlined underscored highlighted highlights warned warns described describes revealed reveals disclosed alleged alleges asserted asserts suggested suggests contended contends believes believed thinks expects predicted concluded concludes recalled recounts recounted remarked commented observed elaborated expounded reiterated affirmed vowed pledged urged urges called calls accused accuses blamed blames condemned condemns criticised criticized rejected rejects demanded demands ordered estimated estimates reported reports published quoted cited cites documented released voiced lamented complained promised threatened threatens testified agreed disagreed pointed refers referred speculated hailed praised welcomed thanked apologised apologized appealed hinted cautioned ruled mocked dismissed identified");

    /// <summary>What only an actor does or has done to it, behind its name.</summary>
    private static readonly HashSet<string> Acts = Words(
        "host finance finances financed arm arms sell sells stays stayed leaves fear want say support back oppose agree reject consider see need hope insist deny accept remain continue view regard believe seek intend plan fund train supply demand refuse differ cooperate signed must should cannot considers consider considered regards regarded views viewed sees saw believes fears feared expects expected calls called designates designated classifies classified insists demands lists listed deems intends maintains maintained denies rejects accepts respects treats treated paid pays built builds bought buys established establishes patrols patrolled monitors monitored declined dropped fired fires shells hit hits raided raids stormed storms besieged besieges ambushed ambushes clashed clashes engaged engages regained regains reached pushed pushes dispatched dispatches brought brings decided decides chose asked asks knows knew needs aims aimed vetoed vetoes succeeded has have had is was were will would could may might can did does do also then later reportedly allegedly subsequently recently initially eventually finally then never now still who whose which "
        + "fled fought fights led leads leading joined joins left defected resigned arrived met meets appeared appears accepted served serves worked works became becomes remained remains seeks sought wants wanted agreed signed launched launches carried carries conducted conducts struck bombed shelled attacked attacks captured captures seized controls controlled withdrew withdraws deployed deploys sent sends supported supports backs backed opposes opposed refused continued continues began begins started stopped took takes gave gives kept keeps held holds made makes established formed forms issued issues imposed imposes arrested arrests detained executed killed kills kidnapped freed intends plans planned tried failed hopes hoped needs needed faces faced relies relied enjoys occupied invaded invades intervened intervenes targeted targets destroyed shot downed expelled recognised recognized pressured pressures sponsors sponsored provides provided supplies supplied trains trained funds funded brokered brokers hosts hosted ended ends uses used runs ran appointed appoints negotiated mediated allowed allows prevented closed closes opened reopened managed relocated commands commanded spoke speaks lost won entered advanced retreated reacted responded participated attended rose returned returns moved escaped survived died");

    /// <summary>Done to persons and groups, never to places.</summary>
    private static readonly HashSet<string> Handled = Words(
        "arrested arresting arrest detained detaining released releasing assassinated assassinating kidnapped kidnapping abducted executed executing appointed appointing met meeting told tells replaced replacing accused accusing blamed blaming named interviewed interviewing quoted quoting killed killing wounded sentenced expelled shot stabbed injured hanged buried freed jailed imprisoned dismissed sidelined identified asked asking urged thanked warned informed elected nominated beheaded tortured");

    private static readonly HashSet<string> Moves = Words("met fled resigned died defected escaped surrendered recalled recounted grew was-born smiled lives lived spoke survived disagrees agrees");

    private static readonly HashSet<string> Kunyas = Words("abu abou aboo abi umm um om oum ummu");

    public static bool IsRole(string low) => Roles.Contains(low);

    public static bool IsTitle(string low) => Titles.Contains(low);

    public static bool IsSaying(string low) => Says.Contains(low);

    public static bool DoesOrIs(string low) => Acts.Contains(low) || Says.Contains(low);

    public static bool IsHandled(string low) => Handled.Contains(low);

    /// <summary>What persons alone do.</summary>
    public static bool IsMoving(string low) => Moves.Contains(low);

    public static bool IsKunya(string low) => Kunyas.Contains(low);

    private static HashSet<string> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Token.Plain)];
}
