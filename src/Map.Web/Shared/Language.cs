namespace Map.Web.Shared;

/// <summary>The reader's language. Words stand in place, in pairs, so that neither tongue can be forgotten.</summary>
public sealed record Language(string Code)
{
    public static readonly Language English = new("en");
    public static readonly Language Arabic = new("ar");

    public bool IsArabic => Code == "ar";
    public string Direction => IsArabic ? "rtl" : "ltr";
    public string Say(string english, string arabic) => IsArabic ? arabic : english;

    /// <summary>The name in the reader's language, or the one there is.</summary>
    public string Name(string english, string? arabic) => IsArabic && !string.IsNullOrEmpty(arabic) ? arabic : english;

    /// <summary>The same address in this language: English is the silent default, so that addresses stay short.</summary>
    /// <param name="path">A path of this site, with or without parameters, without <c>lang</c>.</param>
    public string Link(string path)
    {
        if (!IsArabic) { return path; }
        // The part of the page comes last, or the browser takes the language for it.
        var end = path.IndexOf('#', StringComparison.Ordinal);
        var (page, part) = end < 0 ? (path, "") : (path[..end], path[end..]);
        return page + (page.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "lang=ar" + part;
    }

    /// <summary>Anything but "ar" is English; whether the value was known is the caller's to say.</summary>
    public static Language Of(string? code) => code == "ar" ? Arabic : English;

    /// <summary>The language an address asks for.</summary>
    public static Language OfAddress(string uri) => Of(new Address(uri)["lang"]);
}
