using System.Text.RegularExpressions;

namespace Geodata.Tests;

/// <summary>What the articles' events say in the product's own voice: neutral, and no accusation as a title.</summary>
public sealed partial class ArticlesVoiceTests
{
    [GeneratedRegex(@"\b(regime|regimes|terroris[tm]s?|martyr\w*|liberated|liberates|liberators?|rebels?’? ?held|thugs?|infidels?)\b|النظام|إرهاب|شهيد|شهداء|استشهد|ميليشيا|مليشيا", RegexOptions.IgnoreCase)]
    internal static partial Regex Partisan();

    [GeneratedRegex(@"\b(spy|spies|spying|traitors?|treason|betray\w*|agents?|informants?|infiltrat\w*|moles?|collaborat\w*|plott\w*|conspir\w*|coup plotters?|corrupt\w*|sabotag\w*|murder\w*|criminals?|crimes?|guilty|mafia)\b|جاسوس|جواسيس|خائن|خيانة|عميل|عملاء|متآمر|مؤامرة|فاسد|فساد|مجرم", RegexOptions.IgnoreCase)]
    private static partial Regex Accusation();

    [GeneratedRegex(@"\b(coup|confess\w*)\b|انقلاب|اعتراف", RegexOptions.IgnoreCase)]
    private static partial Regex Allegation();

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex ArabicLetter();

    private static IEnumerable<string> OwnWords(ArticleEvent happened) =>
        ((string?[])[happened.Title, happened.TitleAr, happened.Description, .. happened.Claims.SelectMany(claim => (string?[])[claim.Says, claim.SaysAr, claim.ClaimantText, claim.PlaceText])]).OfType<string>();

    [Fact]
    public void No_partisan_word_stands_in_our_own_words()
    {
        Assert.All(ArticlesFiles.All.SelectMany(OwnWords), text => Assert.DoesNotMatch(Partisan(), text));
        Assert.All(ArticlesFiles.Actors.Select(actor => actor.Note), text => Assert.DoesNotMatch(Partisan(), text));
        Assert.All(ArticlesFiles.Relations.Select(relation => relation.Note), text => Assert.DoesNotMatch(Partisan(), text));
    }

    [Fact]
    public void No_title_accuses() =>
        Assert.All(ArticlesFiles.All.SelectMany(happened => (string[])[happened.Title, happened.TitleAr!]), title => Assert.DoesNotMatch(Accusation(), title));

    [Fact]
    public void A_title_that_tells_of_an_allegation_names_no_person_and_says_that_it_is_alleged()
    {
        var persons = ArticlesFiles.Actors.Where(actor => actor.Kind == "person").Select(actor => actor.Key).ToHashSet();
        var names = ArticlesFiles.Names.Where(name => persons.Contains(name.Key)).Select(name => name.Name).ToList();
        Assert.All(ArticlesFiles.All.Where(happened => Allegation().IsMatch(happened.Title + happened.TitleAr)), happened =>
        {
            Assert.Matches("(?i)alleg", happened.Title);
            Assert.Matches("مزعوم|ادعاء", happened.TitleAr!);
            Assert.DoesNotContain(names, name => happened.Title.Contains(name, StringComparison.OrdinalIgnoreCase) || happened.TitleAr!.Contains(name, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Quotes_are_few_words() =>
        Assert.All(ArticlesFiles.All.SelectMany(happened => happened.Claims).Select(claim => claim.Quote).OfType<string>(), quote => Assert.InRange(quote.Split(' ').Length, 1, 12));

    [Fact]
    public void Titles_are_short_and_each_has_an_Arabic_one() =>
        Assert.All(ArticlesFiles.All, happened =>
        {
            Assert.InRange(happened.Title.Length, 5, 100);
            Assert.Matches(ArabicLetter(), happened.TitleAr!);
            Assert.False(happened.Title.EndsWith('.'));
        });

    [Fact]
    public void The_events_that_matter_most_have_claims_in_Arabic() =>
        Assert.All((long[])[1001, 1002, 1003, 1004, 1006, 1007, 2001, 2012, 3001, 4001, 4002, 4003, 4004, 5001, 5002, 5009], id =>
            Assert.Contains(ArticlesFiles.All.Single(happened => happened.Id == id).Claims, claim => claim.SaysAr is { } says && ArabicLetter().IsMatch(says)));
}
