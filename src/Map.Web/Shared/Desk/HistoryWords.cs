namespace Map.Web.Shared.Desk;

/// <summary>What the fields of the history are called by people.</summary>
public static class HistoryWords
{
    /// <summary>"Claims/17.Says" is the claim's words; which of the claims is told by what stands beside it.</summary>
    public static string Of(string path, Language lang)
    {
        var name = path.Split('.')[^1];
        // What an actor or a source is, and not what a figure counts.
        var words = name == "Kind" && !path.StartsWith("Figures/", StringComparison.Ordinal) ? lang.Say("kind", "النوع") : Words(name, lang);
        return path.Split('/')[0] switch
        {
            "Claims" => lang.Say("Claim: ", "الرواية: ") + words,
            "Actors" => lang.Say("Actor: ", "الجهة: ") + words,
            "Figures" => lang.Say("Figures: ", "الأعداد: ") + words,
            "Names" => lang.Say("Name: ", "الاسم: ") + words,
            "Relations" => lang.Say("Relation: ", "العلاقة: ") + words,
            // Of a figure it is what is counted.
            "Kind" => lang.Say("kind", "النوع"),
            _ => words,
        };
    }

    private static string Words(string name, Language lang) => name switch
    {
        "Type" => lang.Say("type", "النوع"),
        // Not a field: the line of an erasure.
        "Erased" => lang.Say("texts erased for good", "نصوص مُحيت نهائياً"),
        "Title" => lang.Say("title", "العنوان"),
        "TitleAr" => lang.Say("title in Arabic", "العنوان بالعربية"),
        "Edtf" => lang.Say("date", "التاريخ"),
        "DatePhrase" => lang.Say("the source's words for the date", "كلمات المصدر عن التاريخ"),
        "DateAnchor" => lang.Say("date counted from", "التاريخ محسوب من"),
        "PlaceId" => lang.Say("place", "المكان"),
        "PlaceText" => lang.Say("place in words", "المكان بالكلمات"),
        "Latitude" => lang.Say("latitude", "خط العرض"),
        "Longitude" => lang.Say("longitude", "خط الطول"),
        "Precision" => lang.Say("known to", "معروف بدقة"),
        "Description" => lang.Say("description", "الوصف"),
        "Status" => lang.Say("status", "الحالة"),
        "DeletedAt" => lang.Say("deleted", "محذوف"),
        "MergedIntoId" => lang.Say("merged into", "دُمج في"),
        "MergedIn" => lang.Say("record merged in", "سجل مُدمج"),
        "Script" => lang.Say("letters", "الأحرف"),
        "Adm1" => lang.Say("governorate", "المحافظة"),
        "Adm2" => lang.Say("district", "المنطقة"),
        "Adm3" => lang.Say("sub-district", "الناحية"),
        "PublicPrecision" => lang.Say("shown to readers", "المعروض للقراء"),
        "PrivateNote" => lang.Say("private note", "ملاحظة خاصة"),
        "ActorId" => lang.Say("who", "من"),
        "Role" => lang.Say("role", "الدور"),
        "Kind" => lang.Say("of what", "عدد ماذا"),
        "Low" => lang.Say("low", "الأدنى"),
        "Best" => lang.Say("best", "الأرجح"),
        "High" => lang.Say("high", "الأعلى"),
        "Field" => lang.Say("about", "عن"),
        "Says" => lang.Say("says", "تقول"),
        "SaysAr" => lang.Say("says, in Arabic", "تقول، بالعربية"),
        "ClaimantId" or "ClaimantText" => lang.Say("who says it", "من يقوله"),
        "SaidEdtf" => lang.Say("said on", "قيل في"),
        "WhenEdtf" => lang.Say("when", "متى"),
        "RadiusKm" => lang.Say("kilometres around", "كيلومترات حوله"),
        "Quote" => lang.Say("the source's own words", "كلمات المصدر نفسها"),
        "SourceId" => lang.Say("source", "المصدر"),
        "Credibility" => lang.Say("credibility", "المصداقية"),
        "Denies" => lang.Say("denies", "تنفي"),
        "Key" => lang.Say("key", "المفتاح"),
        "Name" => lang.Say("name", "الاسم"),
        "NameAr" => lang.Say("name in Arabic", "الاسم بالعربية"),
        "Language" => lang.Say("language", "اللغة"),
        "ValidEdtf" => lang.Say("in time", "في الزمن"),
        "Holder" => lang.Say("counts for", "تُحسب على"),
        "Note" => lang.Say("note", "ملاحظة"),
        "FromId" => lang.Say("of", "لـ"),
        "ToId" => lang.Say("to", "إلى"),
        "Claimant" => lang.Say("who says it", "من يقوله"),
        "Slug" => lang.Say("readable address", "عنوان مقروء"),
        "Summary" => lang.Say("summary", "الملخص"),
        "SummaryAr" => lang.Say("summary in Arabic", "الملخص بالعربية"),
        "Byline" => lang.Say("author line", "سطر الكاتب"),
        "BylineAr" => lang.Say("author line in Arabic", "سطر الكاتب بالعربية"),
        "Chapters" => lang.Say("chapters", "الفصول"),
        "Caption" => lang.Say("caption", "الشرح"),
        "CaptionAr" => lang.Say("caption in Arabic", "الشرح بالعربية"),
        "Date" => lang.Say("last day", "اليوم الأخير"),
        "Window" => lang.Say("window", "النافذة الزمنية"),
        "At" => lang.Say("looks at", "ينظر إلى"),
        "Layers" => lang.Say("layers", "الطبقات"),
        "Filters" => lang.Say("filters", "المرشحات"),
        "Theme" => lang.Say("theme", "المظهر"),
        "Hidden" => lang.Say("left out of the embed", "غير ظاهر في التضمين"),
        "Unnamed" => lang.Say("names left out", "أسماء مخفية"),
        "Colours" => lang.Say("own colours", "ألوان خاصة"),
        "Callouts" => lang.Say("callouts", "شروح على الخريطة"),
        "Framers" => lang.Say("sites that may frame it", "مواقع يجوز لها تضمينه"),
        "KnownOn" => lang.Say("data held fast at the end of", "البيانات مثبّتة في آخر يوم"),
        "Owner" => lang.Say("whose", "لمن"),
        "Outlet" => lang.Say("outlet", "الجهة الناشرة"),
        "Author" => lang.Say("author", "الكاتب"),
        "Url" => lang.Say("web address", "العنوان على الشبكة"),
        "PublishedEdtf" => lang.Say("published", "تاريخ النشر"),
        "Reliability" => lang.Say("reliability", "الموثوقية"),
        "Licence" => lang.Say("licence", "الترخيص"),
        "Side" => lang.Say("whose side", "الجانب"),
        "SideReason" => lang.Say("why that side", "سبب الجانب"),
        "SideReasonAr" => lang.Say("why that side, in Arabic", "سبب الجانب بالعربية"),
        "Cites" => lang.Say("rests on", "يستند إلى"),
        "ArchiveUrl" => lang.Say("archived copy", "النسخة المؤرشفة"),
        "ArchiveSha256" => lang.Say("SHA-256 of the kept copy", "بصمة SHA-256 للنسخة المحفوظة"),
        "ArchivedAt" => lang.Say("copy kept", "حُفظت النسخة"),
        _ => name,
    };
}
