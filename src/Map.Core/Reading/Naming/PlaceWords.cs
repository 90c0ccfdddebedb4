namespace Map.Core.Reading.Naming;

/// <summary>Words beside a name that say it is a place.</summary>
internal static class PlaceWords
{
    /// <summary>A place of this kind stands before "of" or behind the name.</summary>
    private static readonly HashSet<string> Kinds = Words(
        "town towns village villages city cities hamlet province provinces governorate governorates district districts subdistrict countryside suburb suburbs neighbourhood neighbourhoods neighborhood neighborhoods quarter quarters area areas region regions camp camps airport airbase airfield base bases crossing crossings mountain mountains hill hills valley plain dam bridge highway road square prison checkpoint checkpoints junction outskirts environs pocket enclave island desert port field fields mount roundabout corridor axis frontline frontlines farm farms triangle river lake basin canton heights stronghold");

    private static readonly HashSet<string> Prepositions = Words("in at near inside outside around into toward towards across through throughout via from to over between within beyond surrounding overlooking besieged entering leaving on of");

    private static readonly HashSet<string> Surest = Words("in near inside outside around into toward towards across throughout within surrounding overlooking entering");

    private static readonly HashSet<string> Directions = Words(
        "north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern rural central greater upper lower downtown");

    private static readonly HashSet<string> Verbs = Words(
        "captured capture capturing seized seize seizing recaptured retook retake took entered enter stormed storming storm left reached reach bombed bomb shelled shelling shell targeted targeting targets hit struck besieged besieging controls control controlled controlling held holds lost visited visit fled leave overran evacuated approached attacked attack attacking bombarded bombarding pounded pounding encircled encircling surrounding linking connecting reinforcing");

    /// <summary>Done to places, hardly ever to persons or groups.</summary>
    private static readonly HashSet<string> PlaceVerbs = Words("reached shelled shelling bombed bombing besieged besieging stormed bombarded bombarding recaptured retook overran evacuated visited visiting");

    /// <summary>Before "from" and "to": somebody or something goes.</summary>
    private static readonly HashSet<string> Motion = Words("travelled traveled travel came come comes fled flee arrived moved move returned return flew fly withdrew withdraw withdrawn marched drove off back relocated transferred advanced deported displaced evacuated retreated escaped sailed walked went headed road way journey flight flights convoy convoys buses left kilometres kilometers km miles");

    /// <summary>Openings of place names: Kafr, Tell, Deir. What follows one is a place, known or not.</summary>
    private static readonly HashSet<string> Openings = Words(
        "kafr kfar kafar kafer kufr tell tall tel tal tulul deir dayr dair deyr der ain ayn ein ayin khan jabal jebel jabel wadi maarrat maarat maarrat marat maaret jisr jeser ras bayt beit bait qalaat qalat mazraat khirbat khirbet khirbah burj nahr sahl jazirat hawijat marj tallat qasr hammam bir jubb jobb mazar rif souq tallet jabalat ruhaybat saydat taldou ard arab shatt jurf zor jib mashhad");

    /// <summary>What one may be in without being at a place.</summary>
    private static readonly HashSet<string> NoPlaces = Words(
        "sham arabic english turkish kurdish russian french german hebrew farsi persian ramadan eid islam christianity god allah facebook twitter x telegram whatsapp youtube instagram google skype tiktok internet sharia quran koran parliament congress operation phase article chapter issue part section paragraph table figure syriac christmas easter nowruz ashura covid parallel january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday mr mrs dr");

    public static bool IsKind(string low) => Kinds.Contains(low);

    public static bool IsPreposition(string low) => Prepositions.Contains(low);

    public static bool IsSurest(string low) => Surest.Contains(low);

    public static bool IsDirection(string low) => Directions.Contains(low);

    public static bool IsVerb(string low) => Verbs.Contains(low);

    public static bool TakesPlace(string low) => PlaceVerbs.Contains(low);

    public static bool IsMotion(string low) => Motion.Contains(low);

    public static bool Opens(string low) => Openings.Contains(low);

    public static bool IsNoPlace(string low) => NoPlaces.Contains(low);

    private static HashSet<string> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
