using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

public class ArticlePartsTests
{
    private const string First = "Guards of the invented council left the mill above the town on Tuesday, residents said.";
    private const string Second = "Others came at noon and closed the road to the north, according to the council.";

    /// <summary>Each line with what it is; blank lines are put between.</summary>
    public static TheoryData<string, string[]> Articles => new()
    {
        { "an agency's report", ["Title: Guards leave mill above invented town", "Byline: By Our Correspondent", "Byline: 22 August 2018, 14:30 GMT", "Caption: Photo: the mill on the hill", "Byline: MILLTOWN, Aug 22 (Agency) - " + First, "Body: " + Second, "Byline: (Reporting by A. Writer; Editing by B. Editor)"] },
        { "a blog with a menu and links", ["Navigation: Home > News > Invented province", "Title: Who holds the mill?", "Byline: Posted on March 3, 2017 by jwriter", "Body: " + First, "Title: The road north", "Body: " + Second, "Navigation: Share this:", "Navigation: Facebook Twitter WhatsApp", "Navigation: Related articles", "Navigation: Ten things about mills", "Navigation: Why guards leave"] },
        { "a paper with the author's life", ["Title: The mill and the guards", "Title: What the council wants", "Byline: Jane Q. Writer", "Byline: January 2020", "Body: " + First, "Body: " + Second, "Biography: Jane Q. Writer is a senior fellow at the Institute of Mills.", "Biography: The views expressed here are her own."] },
        { "an author about whom a heading tells", ["Title: The mill and the guards", "Body: " + First, "Body: " + Second, "Biography: About the author", "Biography: Jane has written about mills since her childhood and lives near one of them.", "Navigation: © 2020 Institute of Mills. All rights reserved."] },
        { "comments under a heading", ["Title: Guards leave mill", "Body: " + First, "Body: " + Second, "Comment: 2 Comments", "Comment: miller99", "Comment: I think you are wrong about the guards, they never left the mill at all.", "Comment: Reply", "Comment: anna", "Comment: Are you sure?"] },
        { "comments without a heading", ["Title: Guards leave mill", "Body: " + First, "Body: " + Second, "Comment: miller99 says:", "Comment: I think you are wrong. You should look at my pictures of the mill before you write."] },
        { "a monitor's list", ["Byline: Daily report, 3 May 2019", "Title: Milltown", "Body: - Two shells fell near the mill, no casualties were reported.", "Body: - Guards closed the road to the north after noon.", "Title: Hilltown", "Body: - Nothing was reported from the hill during the day."] },
        { "a paragraph that begins with By", ["Title: Guards leave mill", "Body: By noon the guards had left the mill above the town, residents said.", "Body: By Tuesday others had come."] },
        { "a researcher quoted in the middle", ["Title: Guards leave mill", "Body: " + First, "Body: Karim Nobody is a researcher at a mill institute and says that guards leave often.", "Body: " + Second] },
        { "a credit under a picture", ["Title: Guards leave mill", "Caption: Guards at the mill above the town in May [File: Ann Camera/AFP]", "Body: " + First, "Caption: The road to the north, seen from the mill. (Reuters)", "Body: " + Second] },
        { "an Arabic article", ["Title: الحراس يغادرون الطاحونة", "Byline: بقلم: كاتب مجهول", "Body: غادر حراس المجلس الطاحونة فوق البلدة يوم الثلاثاء، حسب ما قال سكان.", "Navigation: اقرأ أيضاً: أخبار أخرى", "Comment: التعليقات", "Comment: كلام جميل يا صديقي العزيز"] },
        { "an agency's page", ["Navigation: World News", "Title: Guards leave mill", "Byline: Agency Staff", "Byline: August 22, 2018 / 10:31 AM", "Caption: Guards at the mill. REUTERS/Ann Camera", "Body: " + First, "Body: " + Second, "Byline: Source: Agency"] },
        { "an outlet with its city", ["Title: Guards leave mill", "Byline: Mill News – Milltown", "Body: " + First, "Body: " + Second] },
        { "a statement that is signed", ["Title: STATEMENT ON THE MILL", "Body: " + First, "Body: " + Second, "Byline: Ministry of Mills, Milltown"] },
        { "a paper with notes", ["Title: The mill and the guards", "Body: " + First, "Body: " + Second, "Navigation: Notes", "Navigation: [1] “Guards leave,” Mill News, 3 May 2017.", "Navigation: [2] Interview with a miller, Milltown, 4 May 2017."] },
        { "no more than a sentence", ["Body: " + First] },
        { "a heading and no sentence", ["Title: Guards leave mill"] },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public void What_stands_around_an_article_is_told_from_it(string what, string[] lines)
    {
        var said = lines.Select(line => line.Split(": ", 2)).ToList();
        var text = string.Join("\n\n", said.Select(pair => pair[1]));
        var at = 0;
        var found = new List<string>();
        foreach (var pair in said)
        {
            at = text.IndexOf(pair[1], at, StringComparison.Ordinal);
            found.Add(ArticleParts.Of(text).Single(part => part.Start <= at && at < part.End).Kind + ": " + pair[1]);
            at += pair[1].Length;
        }

        Assert.True(lines.SequenceEqual(found), $"{what}:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void Comments_under_numbers_begin_behind_the_author()
    {
        const string text = "The mill\n\nBy Jane Writer\n\n" + First + "\n\nJane Writer\n\nIndependent researcher of mills.\n\n  1. Anna\n\n     You say they left.\n\n    • Ben\n\n      I saw them. Did you?\n\n  2. Carl\n\n     Nothing more.";
        Assert.Equal([PartKind.Title, PartKind.Byline, PartKind.Body, PartKind.Biography, PartKind.Comment], ArticleParts.Of(text).Select(part => part.Kind));
    }

    [Theory]
    [InlineData("MILLTOWN, Aug 22 (Agency) - ")]
    [InlineData("MILLTOWN (Reuters) — ")]
    [InlineData("Milltown, 22 August 2018 – ")]
    public void The_place_and_date_before_a_first_sentence_are_parted_from_it(string line)
    {
        var parts = ArticleParts.Of("Guards leave mill\n\n" + line + First);
        Assert.Equal([PartKind.Title, PartKind.Byline, PartKind.Body], parts.Select(part => part.Kind));
        Assert.Equal(line.Length, parts[1].Length);
        Assert.Equal(parts[1].End, Sentences.In("Guards leave mill\n\n" + line + First, parts)[^1].Start);
    }

    [Fact]
    public void A_numbered_list_in_an_article_is_no_comment()
    {
        const string text = "The mills\n\n" + First + "\n\n  1. Milltown\n\n     Two shells fell near the mill.\n\n  2. Hilltown\n\n     Guards closed the road to the north after noon.";
        Assert.DoesNotContain(ArticleParts.Of(text), part => part.Kind == PartKind.Comment);
    }

    [Fact]
    public void Parts_follow_each_other_and_do_not_overlap()
    {
        var text = string.Join("\n", Articles.Select(row => string.Join("\n\n", ((string[])row[1]).Select(line => line.Split(": ", 2)[1]))));
        var parts = ArticleParts.Of(text);
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start && pair.First.Kind != pair.Second.Kind));
        Assert.All(parts, part => Assert.True(part.Length > 0 && part.End <= text.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    public void An_empty_text_has_no_parts(string text) => Assert.Empty(ArticleParts.Of(text));
}
