using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

public class SentencesTests
{
    [Theory]
    [InlineData("Guards left. Others came.", "Guards left.|Others came.")]
    [InlineData("Col. Haddad spoke. Mr. A. Khoury did not.", "Col. Haddad spoke.|Mr. A. Khoury did not.")]
    [InlineData("He came on Aug. 22 with Lt. Col. Nasser. It rained.", "He came on Aug. 22 with Lt. Col. Nasser.|It rained.")]
    [InlineData("They met in the U.S. The talks failed.", "They met in the U.S.|The talks failed.")]
    [InlineData("The U.S. Army came.", "The U.S. Army came.")]
    [InlineData("It cost 1.5 million. 30 men paid.", "It cost 1.5 million.|30 men paid.")]
    [InlineData("“We stay.” The guard left.", "“We stay.”|The guard left.")]
    [InlineData("\"Who fired?\" he asked. Nobody knew.", "\"Who fired?\" he asked.|Nobody knew.")]
    [InlineData("It is over (for now). People return.", "It is over (for now).|People return.")]
    [InlineData("They wait… nobody comes.", "They wait… nobody comes.")]
    [InlineData("The guards are back.Shops opened, syria.tv said.", "The guards are back.|Shops opened, syria.tv said.")]
    [InlineData("1. Shells fell. 2. Guards left.", "1. Shells fell.|2. Guards left.")]
    [InlineData("A heading\nThe first line.", "A heading|The first line.")]
    [InlineData("هرب الحراس. عاد الناس؟ لا أحد يعرف", "هرب الحراس.|عاد الناس؟|لا أحد يعرف")]
    public void Text_is_cut_into_sentences(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', Read(text).Select(sentence => text.Substring(sentence.Start, sentence.Length))));

    [Fact]
    public void Lines_wrapped_at_a_width_are_one_paragraph()
    {
        const string text = "The council of the invented town met on the hill behind the old mill\nand asked the guards to open the road to the north before the winter\ncomes. Nobody answered.";
        Assert.Equal([0, 0], Read(text).Select(sentence => sentence.Paragraph));
        Assert.EndsWith("comes.", text[..Read(text)[0].End], StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_line_above_a_paragraph_is_a_paragraph_of_its_own() =>
        Assert.Equal([0, 1, 1], Read("Guards leave the mill\nThe guards left the mill of the invented town in the night, people there said. Others came.").Select(sentence => sentence.Paragraph));

    private static IReadOnlyList<Sentence> Read(string text) => Sentences.In(text, [new ArticlePart(PartKind.Body, 0, text.Length)]);
}
