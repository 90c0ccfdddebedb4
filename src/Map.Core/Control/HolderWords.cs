using System.Globalization;
using Map.Core.Places;

namespace Map.Core.Control;

/// <summary>Who is meant by what an editor types: numbers of the legend, ids, names long or short in either language, or their beginnings, joined by +.</summary>
public static class HolderWords
{
    private static readonly char[] Joints = ['+', ',', '،', '&', '/', ';', '؛'];

    /// <summary>Ids in the order typed, and one sentence where somebody is not known; then the ids are those that are.</summary>
    /// <param name="others">Ids of parties without a colour of their own.</param>
    /// <param name="arabic">The language of the sentence.</param>
    public static (IReadOnlyList<string> Ids, string? Problem) Read(string? typed, IEnumerable<string> others, bool arabic = false)
    {
        var ids = new List<string>();
        foreach (var part in (typed ?? "").Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var meant = Meant(part, others);
            if (meant.Count != 1)
            {
                return (ids, (meant.Count == 0, arabic) switch
                {
                    (true, false) => $"“{Shortened(part)}” is nobody who is known to hold places. Type a name, its beginning, or a number from 1 to {Holders.Named.Count}.",
                    (true, true) => $"لا جهة معروفة تسيطر على أماكن باسم «{Shortened(part)}». اكتب اسماً أو أوله أو رقماً من 1 إلى {Holders.Named.Count}.",
                    (false, false) => $"“{Shortened(part)}” can mean {string.Join(" or ", meant.Select(id => Holders.Of(id).Name))}. Type more of the name.",
                    (false, true) => $"قد تعني «{Shortened(part)}» {string.Join(" أو ", meant.Select(id => Holders.Of(id).NameAr))}. اكتب المزيد من الاسم.",
                });
            }

            if (!ids.Contains(meant[0]))
            {
                ids.Add(meant[0]);
            }
        }

        return (ids, null);
    }

    /// <summary>The short names as they would be typed: what a field shows once it is left.</summary>
    public static string Of(IEnumerable<string> ids, bool arabic) => string.Join(" + ", ids.Select(id => Short(id, arabic)));

    /// <summary>The same in short names, where everybody is known; else as it was typed.</summary>
    public static string Tidy(string typed, IEnumerable<string> others, bool arabic) => Read(typed, others) is { Problem: null } read ? Of(read.Ids, arabic) : typed.Trim();

    private static string Short(string id, bool arabic) => arabic ? Holders.Of(id).ShortAr : Holders.Of(id).Short;

    private static List<string> Meant(string part, IEnumerable<string> others)
    {
        if (int.TryParse(string.Concat(part.Select(PlainLetters.Lower)), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= 1 && number <= Holders.Named.Count ? [Holders.Named[number - 1].Id] : [];
        }

        var known = Holders.Named.Concat(others.Select(Holders.Of)).DistinctBy(holder => holder.Id).ToList();
        var typed = Folded(part);
        var whole = known.Where(holder => Names(holder).Any(name => Folded(name) == typed)).ToList();
        var meant = whole.Count > 0 ? whole : known.Where(holder => typed.Length > 1 && Names(holder).Any(name => Folded(name).StartsWith(typed, StringComparison.Ordinal))).ToList();
        return [.. meant.Select(holder => holder.Id)];
    }

    private static string[] Names(Holder holder) => [holder.Id, holder.Name, holder.NameAr, holder.Short, holder.ShortAr];

    private static string Folded(string name) => NameKey.Fold(name.Replace('-', ' '));

    private static string Shortened(string part) => part.Length <= 40 ? part : part[..40] + "…";
}
