namespace Map.Core.Actors;

/// <summary>The script a name is written in, told by its letters.</summary>
public enum NameScript { None, Latin, Arabic, Cyrillic, Hebrew, Armenian, Other, Mixed }

public static class NameScripts
{
    /// <summary>The script of a name's letters; None where it has none, Mixed where two scripts meet.</summary>
    public static NameScript Of(string? name)
    {
        var found = NameScript.None;
        foreach (var letter in name ?? "")
        {
            if (!char.IsLetter(letter))
            {
                continue;
            }

            var script = OfLetter(letter);
            if (found != NameScript.None && found != script)
            {
                return NameScript.Mixed;
            }

            found = script;
        }

        return found;
    }

    public static string Words(this NameScript script, bool arabic) => script switch
    {
        NameScript.Latin => arabic ? "حروف لاتينية" : "Latin letters",
        NameScript.Arabic => arabic ? "حروف عربية" : "Arabic letters",
        NameScript.Cyrillic => arabic ? "حروف سيريلية" : "Cyrillic letters",
        NameScript.Hebrew => arabic ? "حروف عبرية" : "Hebrew letters",
        NameScript.Armenian => arabic ? "حروف أرمنية" : "Armenian letters",
        NameScript.Mixed => arabic ? "كتابتان معاً" : "two scripts",
        NameScript.Other => arabic ? "كتابة أخرى" : "another script",
        _ => "",
    };

    /// <summary>The script a language is written in here; null where it is written in more than one, or nothing is known of it.</summary>
    public static NameScript? Expected(string? language) => language switch
    {
        "ar" or "fa" => NameScript.Arabic,
        "en" or "tr" or "fr" or "de" => NameScript.Latin,
        "ru" => NameScript.Cyrillic,
        "he" => NameScript.Hebrew,
        "hy" => NameScript.Armenian,
        // Kurdish is written in both.
        _ => null,
    };

    private static NameScript OfLetter(char letter) => letter switch
    {
        < '\u0250' or (>= '\u1E00' and < '\u1F00') or (>= '\u02B0' and < '\u0300') => NameScript.Latin,
        (>= '\u0600' and < '\u0700') or (>= '\u0750' and < '\u0780') or (>= '\uFB50' and < '\uFE00') or (>= '\uFE70' and < '\uFF00') => NameScript.Arabic,
        >= '\u0400' and < '\u0530' => NameScript.Cyrillic,
        >= '\u0530' and < '\u0590' => NameScript.Armenian,
        >= '\u0590' and < '\u0600' => NameScript.Hebrew,
        _ => NameScript.Other,
    };
}
