using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>One paragraph, asked what it may be. Each answer is about its words alone; where it stands is judged by <see cref="ArticleParts"/>.</summary>
internal sealed partial class PartLine(string text, Paragraph paragraph)
{
    /// <summary>Characters of the longest line that may be a name or a heading.</summary>
    public const int Short = 90;

    public const int LongestName = 4;
    public const int LongestByline = 16;
    private const int LongestHeading = 12;
    private const int FewestWordsOfASentence = 7;

    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private const string Vocation = "fellow|researcher|journalist|columnist|analyst|writer|reporter|editor|correspondent|professor|lecturer|director|author|contributor|scholar|historian|photographer|academic|expert|commentator|candidate|coordinator|blogger|specialist|activist|co-?founder|founder";
    private const string Agencies = "afp|reuters|ap|getty(?: images)?|anadolu(?: agency)?|aa|epa|sana|dpa|xinhua|shutterstock|wikimedia(?: commons)?|twitter|facebook|telegram|file|archive";

    public string Text { get; } = text.Substring(paragraph.Start, paragraph.Length);
    public int Start => paragraph.Start;
    public int End => paragraph.End;
    public int Indent => paragraph.Indent;
    public int Words { get; } = Reading.Words.In(text, paragraph.Start, paragraph.Length).Count(word => word.IsWord);

    /// <summary>True where it ends as a sentence does.</summary>
    public bool IsClosed => ClosedSentence().IsMatch(Text);

    public bool IsSentence => Words >= 25 || (((IsClosed && (Words > LongestHeading || Text[^1] != '?')) || Bulleted().IsMatch(Text)) && Words >= FewestWordsOfASentence);

    /// <summary>"By X", "Reporting by X", "Published on …", "4 min read".</summary>
    public bool IsByline => (Words <= LongestByline && !IsClosed && SomewhereByline().IsMatch(Text)) || (Words <= 30 && BylineWords().IsMatch(Text) && !(Text.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && (IsClosed || Words > LongestByline || !ByName().IsMatch(Text))));

    /// <summary>A line that is a date, with at most an issue or a city beside it.</summary>
    public bool IsDateLine => Words <= 10 && !IsClosed && DateWord().IsMatch(Text) && BesideDates().Replace(Text, "").Count(char.IsLetter) <= 12 && !FiniteVerb().IsMatch(Text);

    /// <summary>The name of an outlet or a city and a date, where a title went before.</summary>
    public bool IsOutletsDate => Words <= 12 && !IsClosed && DateWord().IsMatch(Text) && BesideDates().Replace(Text, "").Where(char.IsLetter).Any()
        && OnlyNames().IsMatch(BesideDates().Replace(Text, " "));

    /// <summary>How long the place, date and agency are with which a first sentence begins; 0 where it does not.</summary>
    public int DateLineLength => DateLine().Match(Text).Length;

    /// <summary>Two to four capitalised words, perhaps behind a bullet.</summary>
    public bool IsName => Text.Length <= Short && PersonalName().IsMatch(Text);

    /// <summary>"Senior Fellow, Institute of …", in either language.</summary>
    public bool IsRole => !IsClosed && Words <= 20 && RoleWord().IsMatch(Text) && !FiniteVerb().IsMatch(Text);

    /// <summary>"X is a researcher at …".</summary>
    public bool IsAuthorsLife => Words <= 120 && LifeOf().IsMatch(Text);

    public bool IsAboutAuthor => Words <= 6 && AboutAuthor().IsMatch(Text);

    public bool IsThanks => ThanksWords().IsMatch(Text);

    /// <summary>Names alone, as who speaks signs below: "Ministry of Mills, Milltown".</summary>
    public bool IsSignature => !IsClosed && Words is > 1 and <= 10 && SignedNames().IsMatch(Text);

    /// <summary>A note under an article: "[3] …", or a number and a link.</summary>
    public bool IsNote => NumberedNote().IsMatch(Text);

    /// <summary>The heading of a site's section, above a title.</summary>
    public bool IsSection => Words <= 5 && SectionName().IsMatch(Text);

    /// <summary>"Outlet – City" under a title.</summary>
    public bool IsOutletAndCity => Words <= 7 && !IsClosed && NamesApart().IsMatch(Text);

    public bool IsReferencesHeading => Words <= 3 && ReferencesHeading().IsMatch(Text);

    public bool IsLinksHeading => Words <= 8 && LinksHeading().IsMatch(Text);

    public bool IsHeading => !IsClosed && Words is > 0 and <= LongestHeading && !Bulleted().IsMatch(Text);

    /// <summary>What surely is no part of the article, wherever it stands.</summary>
    public PartKind? Around =>
        Words <= 30 && (NavigationWords().IsMatch(Text) || (Crumbs().Count(Text) >= 2 && !IsClosed)) ? PartKind.Navigation
        : Words <= 40 && CaptionWords().IsMatch(Text) ? PartKind.Caption
        : null;

    [GeneratedRegex(@"[.!?…؟][""'”’»)\]]*$", RegexOptions.CultureInvariant)]
    private static partial Regex ClosedSentence();

    [GeneratedRegex(@"^\W*(?:by|written by|reported by|reporting by|report by|edited by|editing by|translated by|translation by|words by|authors?:|from our correspondent|additional reporting|\(?(?:additional )?reporting (?:by|from)|published|posted|updated|last (?:updated|modified)|first published|date:|issued on|issue \d|sources?\s*:|editor[’']s? note\b|correction\s*:|this (?:story|article|report) (?:was|has been) (?:updated|corrected)|[0-9]+ min(?:ute)?s? read|بقلم|كتب[هت]?:|ترجمة|تحرير|نشر في|آخر تحديث)(?:\b|(?<=:))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BylineWords();

    [GeneratedRegex(@"^[Bb][Yy]\s+(?:the\s+)?[\p{Lu}@]", RegexOptions.CultureInvariant)]
    private static partial Regex ByName();

    [GeneratedRegex(@"\b(?:translated|edited|written|compiled|reported)\s+(?:from\s+(?:the\s+)?\w+\s+)?by\s+\p{Lu}|\b(?:No\.?|Issue|Vol\.?|Volume)\s?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex SomewhereByline();

    [GeneratedRegex(@"^[^\p{L}]*(?:\p{Lu}[\p{L}'’-]*[^\p{L}]+){0,5}(?:\p{Lu}[\p{L}'’-]*)?[^\p{L}]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyNames();

    [GeneratedRegex(@"^(?!HTS|ISIS|ISIL|SDF|YPG|PYD|PKK)\p{Lu}[\p{L}'’ -]{1,30}(?:,\s?\p{Lu}[\p{L}. ]{1,20})?(?:,?\s(?:(?i:" + Months + @")\.?\s[0-9]{1,2}|[0-9]{1,2}\s(?i:" + Months + @"))\.?(?:,?\s[0-9]{4})?(?:\s?[(/][^)/]{1,40}[)/])?|\s?\((?i:" + Agencies + @"|[^)]{0,25}\b(?:news|agency|wire|press|post|times|online|tv|radio|network|center|centre|media)\b[^)]{0,15})\)|(?<=^[\p{Lu} '’,-]{4,40})|(?<=^\p{Lu}{3}[\p{Lu}'’ -]{0,30},\s?\p{Lu}[\p{L}. ]{1,20})|(?<=^\p{Lu}[\p{Ll}'’-]{2,}(?: \p{Lu}[\p{Ll}'’-]{2,})?,\s?\p{Lu}[\p{L}. ]{3,20})(?=\s?[–—]))\s?[-–—]{1,2}\s+(?=\p{Lu}|[""“‘0-9])|^\p{Lu}{5,}(?:,\s?\p{Lu}[\p{L}. ]{1,20})?:\s+(?=\p{Lu}|[""“‘0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"\b(?:" + Months + @")\b\.?|\b[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{2}|[0-9]{4})\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|أيلول|تشرين|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateWord();

    [GeneratedRegex(@"\b(?:" + Months + @"|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|in|on|at|of|the|issue|vol(?:ume)?|no|number|edition|am|pm|gmt|utc|est|st|nd|rd|th|daily report|report|bulletin|statement|press release|ago|min read)\b|[0-9]+(?:st|nd|rd|th)?|كانون|الأول|الثاني|تشرين|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BesideDates();

    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|had|will|says?|said|kills?|killed|hits?|takes?|seizes?|captures?|arrests?|releases?|leaves?|attacks?|strikes?|begins?|ends?|[a-z]{3,}ed)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FiniteVerb();

    [GeneratedRegex(@"^(?:[•●▪*·–—-]\s*)?(?:Dr\.? |Prof\.? )?\p{Lu}[\p{L}'’.-]+(?:\s+(?:al-|el-|bin\s|ibn\s|abu\s|van\s|von\s|de\s)?\p{Lu}[\p{L}'’.-]*){1,3}(?:\s*(?:,|and|&|\|)\s*\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]*){1,3})*$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalName();

    [GeneratedRegex(@"\b(?:" + Vocation + @"|correspondent|programme|institute|staff)\b|زميل|باحث|صحفي|صحافي|كاتب|محرر|مراسل|محلل", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RoleWord();

    [GeneratedRegex(@"^(?:Dr\.? |Prof\.? )?\p{Lu}[\p{L}'’.-]+(?:\s+(?:al-|el-|bin\s|ibn\s|van\s|von\s|de\s)?\p{Lu}[\p{L}'’.-]*){1,3}\s+(?:is|was|works as|has been|serves as)\s+(?:an?|the|currently)\s(?:[\w'’,&/-]+\s+){0,9}?(?:" + Vocation + @")s?\b|^(?:The|This) (?:author|writer|article was|report was|piece was)\b|^(?:[A-Z][\w-]*\s+){0,3}(?:" + Vocation + @")\s+(?:following|covering|based|focus(?:ing|ed)|working|specializing|specialising|at|with|on|from|for)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LifeOf();

    [GeneratedRegex(@"^\W*about (?:the )?(?:authors?|writers?|us)\W*$|^\W*(?:the )?authors?\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AboutAuthor();

    [GeneratedRegex(@"^\W*(?:(?:with |a |our )?(?:special |many )?thanks? (?:to|you)\b|the authors? (?:would like to |wish(?:es)? to )?thanks?\b|acknowledge?ments?\b|i(?: would like to|’d like to|'d like to)? thank\b|the views expressed\b|the opinions expressed\b|this (?:article|piece|report|post) (?:was|is) (?:originally|first|also|published|part|translated|written|produced)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ThanksWords();

    [GeneratedRegex(@"^\W*(?:related (?:articles?|posts?|stories|news|content|topics)|most (?:read|popular|viewed)|latest (?:news|articles|posts|stories)|more (?:from|on this|stories|news|in)\b.*|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|read (?:more|next|also)|see also|also read|further reading|notes|endnotes|bibliography|works cited|trending(?: now)?|editor[’']s picks?|top stories|categories|archives?|sources|references|footnotes|tags)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LinksHeading();

    [GeneratedRegex(@"^[–—-]?\s?\p{Lu}[\p{L}'’.-]*(?:,?\s(?:(?:of|and|the|for|in|al-?|&)\s)*(?:al-)?\p{Lu}[\p{L}'’.-]*){1,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex SignedNames();

    [GeneratedRegex(@"^(?:\[[0-9]{1,3}\]|\^?[0-9]{1,3}[.)]?\s.*(?:https?://|www\.))", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedNote();

    [GeneratedRegex(@"^\W*(?:world|middle east(?: (?:&|and) (?:north )?africa)?|mena|news|politics|opinion|analysis|features?|conflicts?|war|latest|international|explainer|breaking(?: news)?|syria|iraq|turkey|lebanon|security|defen[cs]e|reports?|articles?|commentary|publications?|blogs?)(?:\s+(?:news|conflict|crisis|war))?\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SectionName();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’]*(?:\s(?:al-)?\p{Lu}[\p{L}'’-]*){0,3}\s?[–—|/-]\s?\p{Lu}[\p{L}'’-]*(?:\s(?:al-)?\p{Lu}[\p{L}'’-]*){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamesApart();

    [GeneratedRegex(@"^\W*(?:references|footnotes|notes|endnotes|bibliography|works cited|sources)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ReferencesHeading();

    [GeneratedRegex(@"^(?:[•●▪*·–—-]|\(?[0-9]{1,3}[.)])\s", RegexOptions.CultureInvariant)]
    private static partial Regex Bulleted();

    [GeneratedRegex(@"^\W*(?:(?:file )?(?:photo(?:graph)?s?|image|picture|caption|credit|map|graphic|video|screenshot|watch)(?: credit| by| courtesy)?\s*[:©]|\(?(?:photo|image|picture)s? (?:by|credit|courtesy)\b|الصورة\s*:|صورة\s*:)|(?:\(|\[|/\s?|©\s?|[-–—|]\s?)(?:" + Agencies + @")(?:\s?(?:/|via)\s?[\w ]+)?[\])]?\.?$|/\s?(?:afp|reuters|ap|getty images|anadolu|epa|dpa)\b[^.]{0,30}$|\breuters/\p{L}|\b(?:ap|afp|epa) photo\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CaptionWords();

    [GeneratedRegex(@"^\W*(?:translations?:|read (?:this |it |the (?:article|report) )?in (?:arabic|english|french|turkish|russian)|(?:also )?available in\b|read (?:more|also|next)\s*:|see also\s*:|related\s*:|also read\s*:|share (?:this|on|via|now|article)\b|share$|click (?:here|to)\b|follow us\b|follow @|follow [^.]{2,60} on (?:twitter|x|facebook|instagram|telegram)\b|subscribe\b|sign up\b|log ?in\b|sign in\b|newsletter|join (?:us|our)\b|support us\b|donate\b|advertisement|sponsored\b|skip to\b|back to top|print(?: this)?(?: page)?$|e-?mail(?: this)?$|tags?\s*:|topics?\s*:|categor(?:y|ies)\s*:|filed under|keywords?\s*:|home\s*[>›»/|]|menu$|search$|previous (?:article|post)|next (?:article|post)|copyright\b|©|all rights reserved|(?:facebook|twitter|whatsapp|telegram|linkedin|x)(?:\W+(?:facebook|twitter|whatsapp|telegram|linkedin|x|e-?mail|print|pinterest|reddit|copy link))*$|we use cookies|this (?:site|website) uses cookies|accept (?:all )?cookies|listen to (?:this|the) article|اقرأ أيضا|شارك|تابعنا|جميع الحقوق)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NavigationWords();

    [GeneratedRegex(@"\s[|›»>•·]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Crumbs();
}
