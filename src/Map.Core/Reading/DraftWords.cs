using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>
/// Words that tell an event, by type. They are looked for in a sentence whose names and dates are masked, letter for letter, so that no word inside a name
/// counts and a rule can ask for "a place" or "a person".
/// </summary>
internal static class DraftWords
{
    /// <summary>Letters of a script no source of ours uses, which have no cases: each stands for a letter of a masked name.</summary>
    public const char PlaceMask = 'ሀ', GroupMask = 'ለ', PersonMask = 'ሐ', DateMask = 'መ';

    private const string Place = "ሀ+";
    private const string Group = "ለ+";
    private const string Person = "ሐ+";

    /// <summary>Up to five words between, inside one clause.</summary>
    private const string Near = @"(?:[^\w;:.,]+\w+){0,5}?[^\w;:.,]+";
    private const string NearOver = @"(?:[^\w;:.]+\w+){0,7}?[^\w;:.]+";

    private const string Persons = "(?:" + Person + "|" + Group + @"|him|her|them|others|those|men|man|women|people|persons?|civilians?|residents?|leader(?:s|ship)?|commanders?|cells?|members?|prisoners?|detainees?|captives?|hostages?|soldiers?|officers?|militants?|suspects?|spies|children|activists?|journalists?|officials?|\w+men|\w{3,}ers|\w{3,}ists|shepherd|imam|cleric|preacher|clerics|deput(?:y|ies)|brothers?|relatives?|cousins?|families)";

    private const string Ground = "(?:" + Place + @"|villages?|towns?|cit(?:y|ies)|areas?|territor(?:y|ies)|ground|positions?|points?|hills?|bases?|airbases?|airports?|districts?|neighbou?rhoods?|quarters?|kilomet(?:re|er)s|crossings?|roads?|highways?|checkpoints?|barracks|gates?|half|parts?|regions?|province|countryside|control)";

    private const string Shells = @"(?:rockets?|missiles?|mortars?|artillery|shells?|barrels?|bombs?|barrel bombs?|munitions?|warplanes?|jets?|aircraft|helicopters?|drones?|air\s?strikes?)";

    private const string Message = @"(?:statements?|messages?|recordings?|videos?|communiqu[eé]s?|leaflets|letters?|footage|confessions?|pictures|photos|fatwas?|appeals?|interviews?|declaration|announcement)";

    private const string Troops = @"(?:troops|soldiers|army|forces|fighters|reinforcements|convoys?|patrols?|tanks|buses|vehicles|armou?r|men|units?|brigades?|divisions?|police|" + Group + ")";

    /// <summary>The rules; where two meet in the same words the longer match counts, then the earlier rule.</summary>
    public static IReadOnlyList<(string Type, Regex Words)> Rules { get; } =
    [
        // A strike.
        Rule("strike", @"(?:re-?)?shell(?:ed|ing)|bombed|bombard(?:ed|ment|ing)|bombing|air\s?strikes?|air raids?|drone strikes?|missile strikes?|barrel-bombed|(?:carried out|launched|conducted)(?:[^\w;:.,]+\w+){0,3}?[^\w;:.,]+(?:air )?raids|(?:air )?raids? (?:targeted|hit|struck|killed)|drone attacks?|drones? (?:targeted|hit|struck)"),
        Rule("strike", @"(?:fired|launched|dropped|dropping|rained|opened)" + Near + "(?:" + Shells + ")(?: fire)?"),
        Rule("strike", "(?:rocket|mortar|artillery|missile|tank) (?:fire|attacks?|shells|strikes?)"),
        Rule("strike", Shells + NearOver + "(?:struck|hit|fell|landed|targeted|pounded|bombed|dropped|destroyed|raided)"),
        Rule("strike", @"(?:rockets?|missiles?|mortars?|shells?|barrel bombs?)(?:[^\w;:.,]+\w+){0,3}?[^\w;:.,]+(?:killed|wounded|injured)"),
        Rule("strike", "(?:struck|hit|targeted|pounded)" + Near + "(?:with|by|using)" + Near + Shells),
        Rule("strike", Group + @"(?:[^\w;:.,]+\w+){0,2}?\W+(?:struck|raided from the air)"),
        // An explosion.
        Rule("explosion", @"explo(?:ded|sions?)|detonated|blew up|blown up|went off|blasts?|(?:car|truck|suicide|roadside|motorcycle|motorbike) bomb(?:s|ings?|ers?)?|suicide attacks?|(?:twin |double |deadly )?bombings? (?:in|of|at|near|that)|blew (?:him|her|them)sel(?:f|ves) up|(?:land)?mines?(?:[^\w;:.,]+\w+){0,5}?[^\w;:.,]+(?:killed|exploded|wounded|injured|went)|IEDs? (?:attacks?|killed|hit)|booby-trapped|VBIEDs?"),
        // A killing.
        Rule("killing", @"assassinat(?:ed|ions?|ing)|execut(?:ed|ions?|ing)|shot dead|gunned down|behead(?:ed|ing)|murder(?:ed|s)?|stabbed|massacred?|massacres? (?:in|of|at)|lost (?:his|her|their) li(?:fe|ves)|lost (?:at least |about |some |more than )?\w+ (?:men|fighters|soldiers|members)|hanged|found dead|strangled|martyred|neutrali[sz]ed|(?:bod(?:y|ies)|corpses?)(?:[^\w;:.,]+\w+){0,8}?[^\w;:.,]+(?:was|were|been) (?:found|discovered|recovered)"),
        Rule("killing", @"shot(?:[^\w;:.,]+\w+){0,4}?[^\w;:.,]+(?:to death|dead)|fatally (?:shot|wounded|stabbed)|claimed the li(?:fe|ves) of|succumbed to|(?:assassination|killing) (?:cases?|operations?)|(?<=\b(?:was|were|been|being) )shot(?! (?:down|from|dead|to death))"),
        Rule("killing", @"(?:gunm[ae]n|assailants?|attackers?|assassins?)(?:[^\w;:.,]+\w+){0,3}?[^\w;:.,]+(?:shot(?! dead)|targeted|opened fire (?:on|at))" + Near + Persons),
        Rule("killing", @"kill(?:ed|ings?)|eliminat(?:ed|ing|ion)|slain"),
        Rule("killing", @"(?:the )?deaths? of|died|(?:responsible for |behind )?targeting (?:their|its|the) (?:leader|commander)"),
        // An arrest or a release.
        Rule("detention", @"(?:re-?)?arrest(?:s|ed|ing)?|detain(?:ed|ing|s)?|detention of|kidnapp(?:ed|ing)|abduct(?:ed|ing|ion)|imprisoned|jailed|rounded up|apprehended|security campaigns?|taken (?:prisoner|captive|hostage)"),
        Rule("detention", "(?:captur(?:e|ed|ing)|seiz(?:ed|ing)|held|holding|took)(?: of)?(?:[^\\w;:.,]+(?:the|a|an|of|two|three|some|several|at|least|\\d+|one|suspected|alleged|its|" + Group + @")){0,4}[^\w;:.,]+(?:\w+[^\w;:.,]+)?(?:cells?|makers?|prisoners?|hostages?|suspects?|leaders?|commanders?|spies|men|members?|smugglers?|fighters?|militants?|soldiers?|" + Person + ")"),
        Rule("detention", @"(?:released|releasing|freed|freeing|set free|release of|handed over|let)(?!(?:[^\w;:.,]+[\w-]+){0,4}?[^\w;:.,]+" + Message + @"\b)" + Near + "(?:go|" + Persons + ")"),
        Rule("detention", @"(?:was|were|been|he was|reportedly) (?:\w+ly )?(?:released|freed|set free)|(?:was|were|been) held (?:there )?(?:for|in|at|since)|(?:he|she|they|" + Person + @")(?:[^\w;:.,]+(?:and|" + Person + @"))*? (?:was|were|had been) (?:seized|captured|taken) (?:by|from|in|at|on|near|" + DateText + ")"),
        Rule("detention", @"snatch squad|(?:operations?|campaigns?|raids?) (?:to (?:arrest|detain|capture)|against)(?:[^\w;:.,]+\w+){0,3}?[^\w;:.,]+" + Persons + "|(?:raid|arrest) campaigns?|raided (?:the )?(?:houses?|homes?|offices?|shops?)|took away"),
        // A protest.
        Rule("protest", @"continu\w+ to (?:protest|demonstrate)|protest(?:s|ed|ers|ors|ing)?|demonstrat(?:ed|ions?|ors|ing)|rall(?:y|ies|ied)|took to the streets|marched(?= (?:in|through|against|on|along|to demand|for))|sit-ins?|(?:general )?strike was|chanted|(?:thousands|hundreds|dozens|crowds?|residents) (?:of \w+ )?(?:had )?gathered|set (?:tyres|tires) on fire"),
        Rule("protest", @"(?:residents|people|locals|crowds?|families|students|women|civilians)" + NearOver + "(?:blocked|closed|burned|burnt)"),
        // A change of control.
        Rule("control-change", @"(?:re-?)?captur(?:ed|ing)" + NearOver + Ground),
        Rule("control-change", @"(?:able|managed) to(?:\W+\w+ly)? (?:capture|seize|take|retake|recapture)" + Near + Ground),
        Rule("control-change", @"seiz(?:ed|ing|ure of)" + Near + Ground),
        Rule("control-change", Ground + @"(?:[^\w;:.,]+\w+){0,3}?[^\w;:.,]+(?:captured|seized|retaken|recaptured|taken|lost)"),
        Rule("control-change", @"(?:took|takes|taken|taking|gained|regained|seized|assumed|lost|retook|ceded) (?:full |complete |over )?control|(?:brought|came|come|placed|fell|fallen) under (?:the )?(?:full |complete )?control|(?:re-?imposed|imposed|completed|tightened) (?:the|an?|its|their) (?:\w+ )?siege|took over (?:the )?(?:\w+ ){0,2}?" + Ground),
        Rule("control-change", @"(?:took(?! place| part)|retook|taken(?! place)|retaken|regained|overran|overrun|lost(?! (?:his|her|their|its) li(?:fe|ves))|losing)" + @"(?:[^\w;:.,]+\w+){0,4}?[^\w;:.,]+" + "(?:" + Place + "|villages?|towns?|ground|territor(?:y|ies)|positions?|points?|hills?|bases?|it(?= (?:three|two|again|back)))"),
        Rule("control-change", @"(?:drove|driven|driving|expelled|expelling|pushed|pushing|ousted|evicted)" + Near + "(?:out of|from)"),
        Rule("control-change", @"(?:capture|fall|seizure|recapture) of (?:the )?(?:\w+ ){0,2}?" + Ground + @"|(?:broke|lifted) the siege|swept (?:through|into)"),
        Rule("control-change", Place + @" (?:fell|has fallen|had fallen) to|fell (?:in)?to the hands"),
        Rule("control-change", @"(?<=(?:captured|seized|took|retook)\b[^;.]{0,120}\band (?:then )?)entered(?:[^\w;:.,]+\w+){0,3}?[^\w;:.,]+" + Place),
        // A movement.
        Rule("movement", @"withdr(?:ew|awn|awing|awals?)|pull(?:ed|ing) (?:back|out)|retreat(?:ed|ing|s)?|redeploy(?:ed|ing|ment)|deploy(?:ed|ment of)|fled|fleeing|escaped|evacuat(?:ed|ions?)|displaced|relocat(?:ed|ion)|advanc(?:ed|ing) (?:towards?|on|into|to|from)|mass(?:ed|ing) (?:troops|forces)|build-up|in (?:full )?retreat|bus?sed (?:out|to)"),
        Rule("movement", @"(?:forced|had|obliged|compelled|no choice but) to (?:withdraw|retreat|pull|leave|flee)"),
        Rule("movement", Troops + @"(?:[^\w;:.]+(?!and\b)[\w-]+){0,9}?[^\w;:.]+(?:(?:allowed|permitted|able) to enter|entered|arrived|crossed(?! (?:an?|the|that) (?:\w+ )?line)|moved|headed|left (?:for )?" + Place + "|rolled|being moved)"),
        Rule("movement", @"(?:sent|sending|dispatched|moved|moving|brought)" + Near + "(?:troops|soldiers|reinforcements|convoys?|tanks|forces|fighters|armou?r|armou?red vehicles|vehicles)"),
        Rule("movement", @"(?:people|families|residents|civilians|thousands|hundreds|fighters|displaced|refugees)(?:[^\w;:.,]+\w+){0,6}?[^\w;:.,]+(?:left(?= (?:the|their|for|villages|homes|towns|" + Place + "))|returned|crossed|moved)"),
        Rule("movement", @"(?:left|entered|crossed into|reached(?! (?:an?|the) (?:\w+ )?(?:agreement|understanding|deal|truce|compromise|settlement|accord))|arrived in|arrived at|moved to|returned to|travelled to)" + @"(?:[^\w;:.,]+\w+){0,3}?[^\w;:.,]+" + Place),
        Rule("movement", "(?:" + Group + @")(?:[^\w;:.,]+\w+)?[^\w;:.,]+entered"),
        Rule("movement", @"(?:buses|trucks|lorries|convoys?|helicopters?|ambulances?)(?:[^\w;:.,]+\w+){0,3}?[^\w;:.,]+(?:carried|carrying|took|transported|ferried|transferred|evacuated)(?:[^\w;:.,]+\w+){0,5}?[^\w;:.,]+(?:people|persons|civilians|fighters|families|residents|men|rebels|wounded|patients|soldiers)"),
        Rule("movement", @"(?:dug|digging) (?:trenches|tunnels|fortifications)|begun preparations|fortified"),
        // A clash.
        Rule("clash", @"clash(?:es|ed|ing)?|fire\s?fights?|gun\s?battles?|skirmish(?:es|ed)?|fought|exchanged? (?:of )?fire|exchanged fire|ambush(?:ed|es)?|storm(?:ed|ing)|opened fire(?! with)|shot down|repell?ed|repulsed|infighting (?:broke|erupted)|infiltrated"),
        Rule("clash", @"(?:fighting|hostilities) (?:broke|erupted|between|continued|flared|intensified|resumed|raged|escalated|started|began)|fighting (?:moved|spread|shifted|extended|reached)(?: (?:in)?to)?(?: (?:the )?" + Place + @")?|battles? (?:for|of|between|broke|in|with)|(?:launched|began|started|announced) (?:an? |the |its )?(?!raid|arrest|security|media|recruitment)(?:\w+ )?(?:(?:counter-?)?offensives?|battle|assaults?|(?:counter-?)?attacks?|operation|campaign)|(?:crushed|routed)(?! by)"),
        Rule("clash", @"(?:attacks?|assaults?|raids?)(?:[^\w;:.,]+\w+){0,4}?[^\w;:.,]+(?:targeted|hit|struck)" + Near + "(?:convoys?|patrols?|checkpoints?|posts?|barracks|soldiers|fighters|bases?|bus|positions?)"),
        Rule("clash", @"attacked|(?:carried out|conducted|staged|mounted|deployed)" + Near + "(?:attacks?|raids?|assaults?|operations?)|defeat(?:ed|ing)"),
        Rule("clash", @"(?:offensive|assault|attack) (?:on|against|in the (?:province|region) of) (?:the )?(?:\w+ )?" + Place + "|ongoing offensive"),
        // A political act.
        Rule("politics", @"(?:formed|founded|established|created|set up|announced(?![^;.]{0,60}? that\b)) (?:in |on |by |the |an? )?" + "(?:" + DateText + @"|\w+ (?:military |political |transitional )?(?:council|room|body|front|committee|coalition|government|court|administration)|" + Group + ")"),
        Rule("politics", Group + @"(?:[^\w;:.]+\w+){0,6}?[^\w;:.]+(?:was |were )?(?:(?:was|were|been) (?:formed|founded|established|created|dissolved|merged|set up|announced)|(?:formed|founded|established|created|set up|announced(?![^;.]{0,60}? that\b))(?= (?:in|on|by|during|after|from) ))"),
        Rule("politics", @"dissolved|merg(?:ed|er)|defect(?:ed|ions?)|split from|broke away|left the (?:group|coalition|alliance|front)|(?:joined|joining) (?:the )?(?:\w+ ){0,3}?" + Group),
        Rule("politics", @"(?:appointed|dismissed|sidelined|sacked|resigned|elected|replaced|promoted|demoted|designated|expelled from the (?:group|movement))"),
        Rule("politics", @"agreed (?:on|to|that|in|for|upon|" + DateText + @")|agreed" + Near + "to|(?:reached|signed|brokered|concluded|ratified)" + Near + @"(?:agreement|understanding|deal|truce|ceasefire|accord)|(?:agreement|deal|truce|ceasefire|cease-fire|accord)(?:[^\w;:.]+\w+){0,6}?[^\w;:.]+(?:reached|signed|brokered|announced|concluded|took effect|came into (?:force|effect)|between)|amnesty"),
        Rule("politics", @"(?:closed|reopened|opened|shut)" + Near + @"(?:crossings?|borders?|embassy|roads?|highway)|raised (?:the )?(?:\w+ ){0,3}?prices?|(?:hand(?:ed|ing)|laid) (?:in|over|down)" + Near + @"weapons|surrender(?:ed|ing)|reconcil(?:ed|iation deal)|disarmed"),
        Rule("politics", @"(?:met|visited) (?:" + Person + "|" + Place + @")|(?:met|meeting|talks|held talks|spoke)(?: \w+){0,2} (?:with|by (?:tele)?phone|tribal|elders|officials|between|a delegation)|(?:elders|officials|delegations?|ministers?|envoys?) met|stepped up efforts|discussed the|(?:introduced|imposed|issued|passed|lifted) (?:an? |the |new )?(?:\w+ )?(?:law|decree|tax|taxes|curfew|sanctions|ban|order)"),
        Rule("politics", @"(?:police|" + Group + ") (?:are|is|were|was) back|returned to (?:office|duty|power)"),
        // A statement.
        Rule("statement", @"(?:issued|released|releasing|published|publishing|posted|circulated|broadcast|aired|distributed|dropped|dropping|disseminated|leaked|gave)(?:[^\w;:.,]+[\w-]+){0,6}?[^\w;:.,]+[“‘""']?" + Message),
        Rule("statement", Message + @"(?: (?:that|which))? (?:was|were|has been|had been) (?:published|released|posted|aired|broadcast|circulated|issued)"),
        Rule("statement", @"published what|interviewed by|in (?:an|his|her|its|their|the)(?:[^\w;:.,]+[\w-]+){0,3}?[^\w;:.,]+(?:statement|speech|sermon|interview|message)|(?:claim|account|statement) (?:provided|made|given|issued) by"),
    ];

    /// <summary>A masked date.</summary>
    private const string DateText = "መ+";

    /// <summary>Rules for a sentence that tells nothing else: to announce is an event of its own only then.</summary>
    public static Regex AnnouncedAlone { get; } = Make(@"announced|declared|vowed|pledged|proclaimed");

    private static (string, Regex) Rule(string type, string words) => (type, Make(words));

    private static Regex Make(string words) => new(@"(?<!\w)(?:" + words + @")(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
