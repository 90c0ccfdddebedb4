namespace Map.Core.Reading.Naming;

/// <summary>Words beside a country that say whether it acts or is only where something is.</summary>
internal static class StateWords
{
    public static readonly HashSet<string> Locative = Words("in into across near inside throughout outside within toward towards around over through via at onto beyond leaving entering entered left visited visiting fled reaching reached northern southern eastern western central bordering neighbouring neighboring north south east west northwest northeast northwestern northeastern rural all southeast southwest");

    public static readonly HashSet<string> Partners = Words("by mainly notably chiefly namely with against versus vs alongside besides despite without including between among like per via-a-vis for");

    public static readonly HashSet<string> Towards = Words("loyal linked tied close belonging belong belongs allegiance concession concessions surrender surrendered handed handover hand over cede ceded appeal appeals offer offered proposal message letter warning signal signals threat threats opposed thanks allied aligned sold sell ties answerable deal leave opposition according respond response gave given turn turned control pressure talking talked talks speaking spoke appealed assurances pledges reassurances apologised apologized branch overture overtures");

    /// <summary>Before "toward": held of somebody, not of a place.</summary>
    public static readonly HashSet<string> Attitudes = Words("attitude attitudes policy policies stance stances approach position positions hostile hostility friendly sympathetic sympathy gesture gestures conciliatory lenient line pragmatic animosity loyalty obligations");

    /// <summary>Right behind a country's name: "United States troops".</summary>
    public static readonly HashSet<string> Arms = Words("troops forces military army soldiers warplanes jets airstrikes airstrike officials");

    public static readonly HashSet<string> Dealings = Words("agreement agreements deal deals talks truce accord reconciliation understanding understandings relations ties negotiations settlement coordination consultation consultations cooperation contacts alliance");

    public static readonly HashSet<string> Handing = Words("hand handed handing surrender surrendered surrendering cede ceded ceding gave giving transfer transferred concede conceded sold deliver delivered entrust entrusted offered");

    public static readonly HashSet<string> Going = Words("fled flee fleeing went go going travel travelled traveled moved moving returned returning return came deported extradited smuggled relocated evacuated transported displaced crossed drove flew escaped exported sent arrived journey trip flight flights visit");

    public static readonly HashSet<string> Givers = Words("support supported pressure backing funding assistance approval guarantee guarantees orders order permission demand demands request requests weapons arms instructions help cover green-light light commitment pledges assurances aid money military independence reaction reactions retaliation objections criticism condemnation intervention");

    public static readonly HashSet<string> Powers = Words("support mercy behest bidding interest interests allies ally backing role position help approval request enemy enemies accusation favour favor demands involvement policy part pressure influence proxies proxy agents puppets tool tools hands behalf consent knowledge permission auspices sponsorship patronage intentions ambitions actions friends opponents supporters critics");

    public static readonly HashSet<string> Possessions = Words("army military president foreign defence defense minister ministry intelligence forces troops air demands demand offensive operation decision policy support role position intervention incursion assault onslaught bombardment shelling airstrike campaigns violence backing ally allies proxies proxy involvement plan plans goal goals interest interests strategy attack attacks airstrikes strikes threat threats refusal insistence government parliament embassy ambassador efforts influence presence pressure campaign warplanes jets national security concerns priorities priority supreme state leader leaders leadership objectives actions invasion withdrawal approach stance participation envoy representative delegation aim aims rulers");

    public static readonly HashSet<string> Directed = Words("accuse accuses accused accusing blame blames blamed blaming urge urged urges urging ask asked asking tell told warn warned thank thanked pressure pressured pressuring pushed push support supported supporting back backed backing allow allowed help helped criticise criticised criticized criticizing condemn condemned condemning force forced convince convinced persuade persuaded inform informed fight fighting attacked expel let prompted forcing asks provoke provoked deter appease sanction sanctioned oppose opposed opposes counter countering confront confronting trust distrust join joined hurt weaken need needs needed satisfy obey thanks please pleased anger angered angering irk irked antagonise antagonize reassure reassured embarrass embarrassed court courting defy defied defying consult consulted notify notified implicate implicated");

    public static readonly HashSet<string> Backed = Words("backed led supported aligned sponsored affiliated linked held controlled run allied loyal funded trained brokered occupied made supplied built armed");

    public static readonly HashSet<string> Grounds = Words("border borders frontier boundary boundaries road crossing crossings highway route line area areas corridor fence wall");

    public static readonly HashSet<string> Starters = Words("and but that while when whereas because although though as if since after before until what whether then so which where than or however meanwhile nor");

    private static HashSet<string> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
