using Map.Core.Places;

namespace Map.Core.Tests.Places;

public class PlainWordsTests
{
    [Theory]
    [InlineData("Khān Shaykhūn", "khan shaykhun")]
    [InlineData("  Tall-Rifʿat, TALL rif'at ", "tall rifat")]
    [InlineData("إدلب", "ادلب")]
    [InlineData("مَعَرَّة النعمان", "معره النعمان")]
    [InlineData("١٥ killed", "15 killed")]
    [InlineData("!?… “”", "")]
    [InlineData("\" OR 1* NEAR(a b)", "or 1 near a b")]
    [InlineData(null, "")]
    public void What_is_typed_is_words_in_plain_letters_each_once(string? typed, string words) => Assert.Equal(words, string.Join(' ', PlainWords.Typed(typed)));

    [Fact]
    public void An_Arabic_word_is_found_with_its_article_and_without() =>
        Assert.Equal(["الباب", "باب", "ال", "اليه", "يه"], PlainWords.Of("الباب", "ال", "إليه", null));
}
