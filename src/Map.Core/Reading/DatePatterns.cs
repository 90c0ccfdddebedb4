using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>The forms in which English texts say dates, each found by itself; what they mean is <see cref="DateMeaning"/>'s.</summary>
internal static partial class DatePatterns
{
    private const string FullMonth = "(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)";
    private const string AnyMonth = "(?:" + FullMonth + @"|MAY|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)";
    private const string Year = @"(?:19[0-9]{2}|20[0-4][0-9])(?![0-9])";
    private const string DayNumber = @"(?<![\w.,:/$€£-])(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9]|[.,][0-9]|\s?%)";
    private const string MoreDay = @"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9]|[.,][0-9]|\s?%)";
    private const string Joint = @"(?:\s?[-–—/]\s?|\s+(?:to|and|or|through|until|till)\s+(?:the\s+)?)";
    private const string Weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
    private const string WeekdayOrShort = "(?:" + Weekday + @"|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?)";
    private const string OnWeekday = "(?:" + WeekdayOrShort + @"(?:,?\s+(?:the\s+)?|\s+\())?";
    private const string Season = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)";
    private const string AnySeason = "(?:" + Season + "|[Ff]all)";
    private const string Unit = "(?:day|week|month|year|decade)s?";
    private const string Ordinal = "(?:first|second|third|fourth|1st|2nd|3rd|4th|last|final|latter)";
    private const string Counted = @"(?:[0-9]{1,3}|half\s+an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|a\s+couple\s+of|couple\s+of)";
    private const string Vague = @"(?:a\s+few|few|several|some|many|a\s+number\s+of)";
    private const string Bound = @"(?:(?:just|only|about|around|roughly|approximately|nearly|almost|some|more\s+than|over|at\s+least|less\s+than|under|barely|exactly)\s+){0,2}";

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>2018-08-22, 2018/8/22, 22/8/2018, 22.08.2018.</summary>
    [GeneratedRegex(@"(?<![\w/.-])(?:(?:19|20)[0-9]{2}(?<s>[-/.])(?:1[0-2]|0?[1-9])\k<s>(?:3[01]|[12][0-9]|0?[1-9])|(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])|[0-9]{1,2}(?<t>[/.-])[0-9]{1,2}\k<t>(?:19|20)[0-9]{2})(?![\w/-]|\.[0-9])", Plain)]
    public static partial Regex Whole();

    /// <summary>"Tuesday 3-4 March 2018", "the 19th of December", "3 and 5 May".</summary>
    [GeneratedRegex(@"(?<week>\b(?:[Tt]he\s+)?week\s+(?:of|beginning|starting)\s+)?(?:" + OnWeekday + @")?(?:\b[Tt]he\s+)?(?<more>" + DayNumber + @",\s+(?:" + MoreDay + @",\s+)*(?=" + MoreDay + @"\s+and\s))?" + "(?:(?<=,\\s)" + MoreDay + "|" + DayNumber + ")(?:" + Joint + MoreDay + @")?(?:\s+(?:of\s+)?|-(?=" + AnyMonth + "-" + Year + "))" + AnyMonth + @"(?!\w)(?:,?(?:\s+|-)(?:of\s+)?(?<year>" + Year + @")|,?\s+(?:of\s+)?(?<rel>this|last)\s+year\b)?", Plain)]
    public static partial Regex DayMonth();

    /// <summary>"Tuesday, March 3-4, 2018", "August 12th", "Aug. 22".</summary>
    [GeneratedRegex(@"\b(?<week>(?:[Tt]he\s+)?week\s+(?:of|beginning|starting)\s+)?(?:" + OnWeekday + ")?" + AnyMonth + @"(?:\s+(?:the\s+)?|(?<=\.))" + MoreDay + "(?:" + Joint + MoreDay + @"(?!\s+" + AnyMonth + @"))?(?:,?\s+(?:of\s+)?(?<year>" + Year + @")|,?\s+(?:of\s+)?(?<rel>this|last)\s+year)?(?!\w|-(?!" + AnyMonth + @"))", Plain)]
    public static partial Regex MonthDay();

    /// <summary>"Early January", "mid-2018", "the end of July 2017", "the first half of 2015", "late last month", "the early 1990s".</summary>
    [GeneratedRegex(@"\b(?:[Tt]he\s+)?(?:very\s+)?(?<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Ee]arly|[Mm]id)(?:-|\s+)to(?:-|\s+)(?:mid|late)|[Ee]nd|[Ee]arlier\s+in|[Ll]ater\s+in|(?:[Ee]arly|[Ll]ate|[Mm]idway)\s+(?:in|into|on\s+in|through)|(?:[Bb]eginning|[Ss]tart|[Oo]nset|[Mm]iddle|[Ee]nd|[Cc]lose|(?:early|opening|first|closing|last|final)\s+(?:days|weeks|months))\s+of|(?<nth>" + Ordinal + @")\s+(?<piece>half|week|weeks?end|quarter)\s+of|(?<nth>first|last|final)\s+(?<many>" + Counted + @")\s+(?<piece>days|weeks|months)\s+of)(?:\s+|-)(?:the\s+month\s+of\s+)?(?<whole>" + AnyMonth + @"(?!\w)(?:(?:\s+of|,)?\s+(?<year>" + Year + @"))?|(?:the\s+)?(?<year>" + Year + @")(?!s)|(?:the\s+)?" + AnySeason + @"(?:\s+of)?\s+(?<year>" + Year + @")|(?:the\s+)?(?:19|20)[0-9]0s|" + Season + @"|(?:this|last|next|that|the)\s+(?:same\s+)?(?:week|month|year|" + AnySeason + @"))\b", Plain)]
    public static partial Regex Part();

    /// <summary>"August 2018", "Aug 2018", "the month of August 2018", "August of last year".</summary>
    [GeneratedRegex(@"\b(?:" + AnyMonth + @"(?:\s+of|,)?\s+(?<year>" + Year + ")|" + FullMonth + @"\s+(?:of\s+)?(?<rel>last|this|that|the\s+same|the\s+previous|the\s+following)\s+year)(?![\w-])", Plain)]
    public static partial Regex MonthYear();

    /// <summary>"The summer of 2018", "winter 2016-17", "last summer", "that winter", "in the summer".</summary>
    [GeneratedRegex(@"\b(?:(?:[Tt]he\s+)?" + AnySeason + @"(?:\s+of|,)?\s+(?<year>" + Year + @")(?:\s?[-–/]\s?(?:" + Year + @"|[0-9]{2}(?![0-9])))?|(?:[Ll]ast|[Tt]his|[Tt]hat|[Nn]ext|[Tt]he\s+(?:following|previous|past|same))\s+" + AnySeason + @"|(?<=\b(?:[Ii]n|[Oo]f|[Dd]uring|[Oo]ver|[Tt]hroughout|[Bb]y|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter)\s)the\s+" + Season + @"|(?<=\b[Ii]n\s)" + Season + @")(?![\w-])", Plain)]
    public static partial Regex SeasonOf();

    /// <summary>"Q1 2018", "2016-2018", "2016–17", "the 1990s".</summary>
    [GeneratedRegex(@"(?<![\w/.-])(?:Q[1-4]\s+(?:of\s+)?(?<year>" + Year + @")|(?:the\s+)?(?<decade>(?:19|20)[0-9]0)[’']?s|(?<from>(?:19|20)[0-9]{2})\s?[-–—/]\s?(?<to>(?:19|20)[0-9]{2}|[0-9]{2}))(?![\w/-])", Plain)]
    public static partial Regex Years();

    /// <summary>"Two weeks ago", "a year earlier", "nine months since", "more than two years ago", "weeks later".</summary>
    [GeneratedRegex(@"\b(?<bound>" + Bound + @")(?:(?:(?<n>" + Counted + @")(?<half>\s+and\s+a\s+half)?|(?<vague>" + Vague + @"))\s+(?<unit>" + Unit + @")(?<half>\s+and\s+a\s+half)?|(?<vague>[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades))\s+(?<way>ago|earlier|later|before|beforehand|afterwards?|previously|prior|prior\s+to|after|since|following|back)(?!\w)", Plain | RegexOptions.IgnoreCase)]
    public static partial Regex CountedFrom();

    /// <summary>"The past four weeks", "the last 24 hours", "recent months", "the last few years".</summary>
    [GeneratedRegex(@"\b(?:(?:the|these)\s+)?(?:(?:past|last|previous|preceding)\s+(?:(?<n>" + Counted + @"|24|36|48|72)\s+(?<unit>(?:hour|day|week|month|year|decade)s?)|(?<vague>few|several|couple\s+of|many|some)\s+(?:days|weeks|months|years)|(?<vague>days|weeks|months|years|decades))|past\s+(?<unit>week|month|year|decade)|(?<vague>most\s+recent|recent|more\s+recent)\s+(?:days|weeks|months|years|decades))(?!\w)", Plain | RegexOptions.IgnoreCase)]
    public static partial Regex Past();

    /// <summary>"Yesterday", "last week", "earlier this month", "that year", "the following day", "over the weekend".</summary>
    [GeneratedRegex(@"\b(?:(?<said>the\s+day\s+before\s+yesterday|yesterday|today|tonight|tomorrow|last\s+night|overnight|this\s+(?:morning|afternoon|evening|week|month|year|decade)|last\s+(?:week|month|year)|next\s+(?:week|month|year)|(?:the\s+)?(?:last|past|this|next|previous)\s+weekend|(?<=(?:over|at|on)\s)the\s+weekend)|(?<ere>earlier|later)\s+(?:on\s+)?(?<said>today|yesterday|this\s+(?:week|month|year|" + Season + @")|last\s+(?:week|month|year)|in\s+the\s+(?:week|month|year)|that\s+(?:same\s+)?(?:day|week|month|year|" + Season + @"|morning|evening|night)|the\s+same\s+(?:day|week|month|year))|(?<text>(?:on\s+)?(?:the|that)\s+(?:very\s+)?(?:same|following|next|previous|preceding|ensuing|subsequent)\s+(?:day|night|morning|afternoon|evening|week|weekend|month|year)|that\s+(?:very\s+)?(?:day|night|morning|afternoon|evening|week|month|year)|the\s+(?:day|night|week|month|year)\s+(?:before|after|earlier|later)(?!\s+(?:yesterday|tomorrow))))(?!\w)", Plain | RegexOptions.IgnoreCase)]
    public static partial Regex Relative();

    /// <summary>"The 3rd of this month", "on the 27th".</summary>
    [GeneratedRegex(@"\b(?:[Tt]he\s+)(?<day>3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th)(?:\s+(?:day\s+)?of\s+(?<rel>this|last|that|the\s+same|the|the\s+previous|the\s+following)\s+month\b|(?<=\b[Oo]n\s+the\s+[0-9]{1,2}(?:st|nd|rd|th))(?=[,.;:)]|\s+(?:and|but|when|at|after|without|with|by|as)\b|$))", Plain)]
    public static partial Regex OnNumber();

    /// <summary>Feasts whose days a calendar knows.</summary>
    [GeneratedRegex(@"\b(?:the\s+(?<day>first|second|third|fourth|last)\s+day\s+of\s+)?(?:the\s+)?(?:(?:holy\s+|fasting\s+)?month\s+of\s+)?(?<feast>(?:Eid|‘Eid|'Eid)[\s-](?:ul|al|el|ad|il)[\s-]?[’'‘]?(?:Adha|Azha|Fitr|Fitir)|Ramadan|Ramadhan|Ashura|Ashoura|Christmas(?:\s+(?:Eve|Day))?|New\s+Year[’']?s?\s+(?:Eve|Day)|Nowruz|Newroz|Nawruz)(?:\s+(?:of\s+)?(?<year>" + Year + "))?(?![\\w-])", Plain)]
    public static partial Regex Feast();

    /// <summary>"Monday", "late on Tuesday", "last Friday", "Friday night".</summary>
    [GeneratedRegex(@"\b(?:(?<rel>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\s+(?:following|previous|next)|[Tt]hat)\s+)?(?<weekday>" + Weekday + @")(?!\w)(?:\s+(?:morning|afternoon|evening|night|noon|midnight|dawn)\b)?", Plain)]
    public static partial Regex OnDay();

    [GeneratedRegex(@"\b(?:(?<rel>[Ll]ast|[Tt]his|[Nn]ext|[Tt]hat|[Tt]he\s+(?:following|next|previous|same))\s+)?(?<month>" + FullMonth + @")(?!\w|-(?!" + FullMonth + "))", Plain)]
    public static partial Regex BareMonth();

    private const string ArabicMonth = "(?:كانون\\s+(?:ال)?(?:ثاني|أول|اول)|شباط|[آأا]ذار|نيسان|[أا]يار|حزيران|تموز|[آأا]ب|[أا]يلول|تشرين\\s+(?:ال)?(?:ثاني|أول|اول)|يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يونيه|يوليو|يوليه|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر)";
    private const string ArabicYear = "(?:(?:من\\s+)?(?:عام\\s+|سنة\\s+)?(?<year>[12١٢][0-9٠-٩]{3}))";
    private const string ArabicDay = "ال(?:أحد|اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت)";

    /// <summary>Dates in Arabic: a day, a month or a year, parts of them, and the commonest relative ones.</summary>
    [GeneratedRegex(@"(?<!\w)(?:(?:منذ|حتى|قبل|بعد)\s+)?(?:(?:(?:يوم\s+)?" + ArabicDay + @"[،,]?\s+)?[0-9٠-٩]{1,2}\s+(?:من\s+)?(?:شهر\s+)?" + ArabicMonth + @"(?:\s?/\s?" + ArabicMonth + @")?(?:\s+" + ArabicYear + @")?|(?:(?:مطلع|أوائل|منتصف|أواخر|نهاية|بداية)\s+)(?:شهر\s+)?" + ArabicMonth + @"(?:\s?/\s?" + ArabicMonth + @")?(?:\s+" + ArabicYear + @")?|" + ArabicMonth + @"(?:\s?/\s?" + ArabicMonth + @")?\s+" + ArabicYear + @"|(?:(?:مطلع|أوائل|منتصف|أواخر|نهاية|بداية)\s+)?(?:عام|سنة)\s+(?<year>[12١٢][0-9٠-٩]{3})|يوم\s+" + ArabicDay + @"(?:\s+الماضي)?|" + ArabicDay + @"\s+الماضي|(?:الأسبوع|الشهر|العام)\s+الماضي|الصيف\s+الماضي|أول\s+(?:من\s+)?أمس|أمس)(?!\w)", Plain)]
    public static partial Regex InArabic();

    [GeneratedRegex(@"(?<![\w.,:/$€£#-]|[0-9]\s)" + Year + @"(?![\w%/]|[.,:][0-9]|\s?[-–]\s?[0-9])", Plain)]
    public static partial Regex BareYear();

    /// <summary>A year behind "pre-", "post-", "mid-": the hyphen is the word's, not the number's.</summary>
    [GeneratedRegex(@"(?<=\b[Pp](?:re|ost)[-–\s])" + Year + @"(?![\w%/])", Plain)]
    public static partial Regex PrefixedYear();
}
