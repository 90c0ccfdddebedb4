using Map.Core.Actors;
using Map.Core.Time;

namespace Map.Core.Tests.Actors;

public class ActorTests
{
    [Fact]
    public void An_actor_bears_the_name_of_the_day()
    {
        var front = new Actor("nusra", "Jabhat Fath al-Sham", "جبهة فتح الشام", "group", null, null,
        [
            new("Jabhat al-Nusra", "en", EdtfText.Parse("2012-01/2016-07-27")),
            new("جبهة النصرة", "ar", EdtfText.Parse("2012-01/2016-07-27")),
            new("Nusra", "en", null),
        ]);
        Assert.Equal("Jabhat al-Nusra", front.NameOn(new(2016, 7, 27), arabic: false));
        Assert.Equal("جبهة النصرة", front.NameOn(new(2013, 1, 1), arabic: true));
        Assert.Equal("Jabhat Fath al-Sham", front.NameOn(new(2016, 7, 28), arabic: false));
    }

    [Fact]
    public void A_relation_has_words_in_both_languages() =>
        Assert.All(RelationKind.All, kind => Assert.True(kind.English.Length > 0 && kind.Arabic.Length > 0 && RelationKind.TryGet(kind.Id, out _)));
}
