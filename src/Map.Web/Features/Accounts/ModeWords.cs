using System.Globalization;
using Map.Web.Data;
using Map.Web.Shared;

namespace Map.Web.Features.Accounts;

/// <summary>What the modes of the site are called, what each does, and what stands on pages of the desk while one holds.</summary>
internal static class ModeWords
{
    public static string Of(string mode, Language lang) => mode switch
    {
        SiteMode.ReadOnly => lang.Say("Read-only", "للقراءة فقط"),
        SiteMode.Closed => lang.Say("Closed", "مغلقة"),
        _ => lang.Say("Normal", "عادية"),
    };

    public static string Does(string mode, Language lang) => mode switch
    {
        SiteMode.ReadOnly => lang.Say("Readers read on. Nothing of the record is changed; what editors type is kept as a draft. Administrators still look after people and settings, and erase.",
            "يواصل القراء القراءة. لا يُغيَّر شيء من السجل؛ وما يكتبه المحررون يُحفظ مسودةً. ويبقى للمديرين أمر الأشخاص والإعدادات والمحو."),
        SiteMode.Closed => lang.Say("Nobody but administrators gets in. Readers see a plain page, embeds and files answer 503.",
            "لا يدخل إلا المديرون. يرى القراء صفحة بسيطة، وتجيب الإدراجات والملفات بالرمز 503."),
        _ => lang.Say("Readers read, editors record.", "يقرأ القراء ويسجّل المحررون."),
    };

    public static string Standing(SiteMode mode, Language lang) => string.Create(CultureInfo.InvariantCulture, $"{mode.Since:HH:mm}") is var at && mode.IsClosed
        ? lang.Say($"The map is closed to everybody but administrators since {at} UTC.", $"الخريطة مغلقة أمام الجميع عدا المديرين منذ الساعة {at} (التوقيت العالمي).")
        : lang.Say($"The map is read-only since {at} UTC. What you type is kept as a draft and can be saved when it is open again.", $"الخريطة للقراءة فقط منذ الساعة {at} (التوقيت العالمي). ما تكتبه يُحفظ مسودةً، ويمكن حفظه حين تُفتح من جديد.");
}
