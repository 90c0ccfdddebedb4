using Map.Core.Events;
using Map.Core.Evidence;

namespace Map.Core.Tests.Events;

public class WordsTests
{
    [Fact]
    public void Every_type_has_words_in_both_languages_and_a_shape_of_its_own()
    {
        Assert.Equal(["clash", "strike", "explosion", "killing", "detention", "protest", "politics", "control-change", "movement", "statement"], EventTypes.All.Select(type => type.Id));
        Assert.All(EventTypes.All, type => Assert.All([type.English, type.Arabic, type.EnglishPlural, type.ArabicPlural, type.Shape], words => Assert.NotEmpty(words)));
        Assert.Equal(EventTypes.All.Count, EventTypes.All.Select(type => type.Shape).Distinct().Count());
        Assert.Equal(["clash", "strike", "explosion", "killing"], EventTypes.All.Where(type => type.Filled).Select(type => type.Id));
        Assert.False(EventTypes.TryGet("Clash", out _));
        Assert.Equal("Armed clash", EventTypes.All[0].Label(arabic: false));
    }

    [Fact]
    public void Precisions_run_from_the_finest_to_the_whole_country()
    {
        Assert.Equal([0, 5, 25, 60, 100, null], PlacePrecision.All.Select(precision => precision.RadiusKm));
        Assert.Equal([0, 1, 2, 3, 4, 5], PlacePrecision.All.Select(precision => (int)precision.Code));
        Assert.Equal(["exact", "near", "district", "governorate", "region", "country", "region"], Enumerable.Range(1, 7).Select(code => PlacePrecision.OfUcdp(code).Id));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlacePrecision.OfUcdp(8));
    }

    [Theory]
    [InlineData(5, 8, 12, "8 (5–12)", "8 (5–12)")]
    [InlineData(8, 8, 8, "8", "8")]
    [InlineData(5, null, 12, "5–12", "5–12")]
    [InlineData(30, null, null, "at least 30", "على الأقل 30")]
    [InlineData(null, null, 12, "at most 12", "على الأكثر 12")]
    [InlineData(null, 0, null, "0", "0")]
    [InlineData(5, 8, null, "8 (at least 5)", "8 (على الأقل 5)")]
    public void Figures_are_said_with_their_doubt(int? low, int? best, int? high, string english, string arabic)
    {
        Assert.Equal(english, new Figures("killed", low, best, high).Words(arabic: false));
        Assert.Equal(arabic, new Figures("killed", low, best, high).Words(arabic: true));
    }

    [Fact]
    public void No_judgement_is_not_the_worst_grade()
    {
        Grade[] grades = [new('E', 1), new('F', 1), new('A', 1), new('C', 1), new('D', 1), new('B', 1)];
        Assert.Equal(["A1", "B1", "C1", "F1", "D1", "E1"], grades.Order().Select(grade => grade.ToString()));
        Assert.True(new Grade('B', 6) < new Grade('B', 5));
        Assert.Equal("F6", Grade.Unjudged.ToString());
        Assert.Equal(default, Grade.Unjudged);
    }

    [Fact]
    public void A_grade_is_read_and_said()
    {
        Assert.True(Grade.TryParse("B2", out var grade));
        Assert.Equal((Reliability.B, Credibility.ProbablyTrue), (grade.Reliability, grade.Credibility));
        Assert.Equal("usually reliable; probably true", grade.Words(arabic: false));
        Assert.Equal("reliability cannot be judged; truth cannot be judged", Grade.Unjudged.Words(arabic: false));
        Assert.Contains("لا يمكن الحكم", Grade.Unjudged.Words(arabic: true), StringComparison.Ordinal);
        Assert.All(["G1", "A0", "A7", "b2", "", null, "B22"], text => Assert.False(Grade.TryParse(text, out _)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Grade('G', 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Grade('A', 0));
    }
}
