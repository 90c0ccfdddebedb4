namespace Map.Core.Events;

/// <summary>What typed text may not hold.</summary>
internal static class TextRules
{
    /// <summary>What is wrong with a text; null where nothing is.</summary>
    /// <param name="label">The field's name at the start of an English sentence; an Arabic one stands at the field and says "this text".</param>
    /// <param name="longest">Characters.</param>
    /// <param name="manyLines">True where line breaks and tabs belong.</param>
    public static string? Problem(string? text, string label, int longest, bool manyLines = false, bool arabic = false)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length > longest)
        {
            return arabic ? $"في هذا النص {text.Length:#,##0} حرفاً، وأقصاه {longest:#,##0}. اختصره بمقدار {text.Length - longest:#,##0}."
                : $"{label} has {text.Length:#,##0} characters; {longest:#,##0} are the most. Shorten it by {text.Length - longest:#,##0}.";
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (Refusal(text, at, manyLines) is { } refusal)
            {
                return arabic ? $"في هذا النص {refusal.Arabic} عند الحرف {at + 1}. احذف ذلك أو اكتب النص من جديد."
                    : $"{label} holds {refusal.English} at character {at + 1}. Delete it, or type the text again.";
            }
        }

        return null;
    }

    private static (string English, string Arabic)? Refusal(string text, int at, bool manyLines)
    {
        var letter = text[at];
        return letter switch
        {
            '\n' or '\r' or '\u2028' or '\u2029' => manyLines ? null : ("a line break", "فاصل أسطر"),
            '\t' => manyLines ? null : ("a tab", "علامة جدولة"),
            _ when char.IsControl(letter) => ($"a control character (U+{(int)letter:X4})", $"محرف تحكّم (U+{(int)letter:X4})"),
            (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => ($"a character that turns the reading direction of what follows (U+{(int)letter:X4})", $"محرف يقلب اتجاه قراءة ما بعده (U+{(int)letter:X4})"),
            _ when char.IsHighSurrogate(letter) && (at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])) => ("half a character", "نصف محرف"),
            _ when char.IsLowSurrogate(letter) && (at == 0 || !char.IsHighSurrogate(text[at - 1])) => ("half a character", "نصف محرف"),
            _ => null,
        };
    }
}
