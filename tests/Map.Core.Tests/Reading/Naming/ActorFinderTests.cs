using Map.Core.Reading;

namespace Map.Core.Tests.Reading.Naming;

public class ActorFinderTests
{
    [Fact]
    public void A_kunya_to_his_friends_is_the_person_before_it() =>
        Assert.Equal(["Nadim Sarraj", "Nadim Sarraj"], RepositoryFiles.Reader.Read(KunyaText, null).Actors.Select(actor => actor.Name));

    private const string KunyaText = "Judge Nadim Sarraj, Abu Tamim to his friends, went home when the long hearing was over and the street had emptied.";

    [Theory]
    [InlineData("Fighters of Hay'at Tahrir al-Sham left on Monday.", "Hay'at Tahrir al-Sham = hts")]
    [InlineData("A convoy of Nur al-Din al-Zinki was seen.", "Nur al-Din al-Zinki = nour-al-din-al-zenki")]
    [InlineData("A unit of Jaysh al-Izzah returned.", "Jaysh al-Izzah = jaysh-al-izza")]
    [InlineData("Two posts of Ahrar ash-Sham were burnt.", "Ahrar ash-Sham = ahrar-al-sham")]
    [InlineData("The HTS’ men left.", "HTS = hts")]
    [InlineData("It stood in Hezbollah's al-Manar.", "Hezbollah = hezbollah", "al-Manar = Al-Manar (outlet)")]
    [InlineData("The IS cells were found, and this is not new.", "IS = islamic-state")]
    [InlineData("ذكرت هيئة تحرير الشام ذلك", "هيئة تحرير الشام = hts")]
    public void Known_actors_are_met_in_every_spelling(string text, params string[] found) => Assert.Equal(found, Readings.Actors(text));

    [Theory]
    [InlineData("Men of Jaish al-Karama burnt the post.", "Jaish al-Karama = Jaish al-Karama (group)")]
    [InlineData("The post fell to Liwa Suqour al-Wadi.", "Liwa Suqour al-Wadi = Liwa Suqour al-Wadi (group)")]
    [InlineData("The Green Valley Brigade gave up its arms.", "Green Valley Brigade = Green Valley Brigade (group)")]
    [InlineData("The Ministry of Water and Seeds opened an office.", "Ministry of Water and Seeds = Ministry of Water and Seeds (institution)")]
    [InlineData("Drivers told the newspaper Al-Masar about it.", "Al-Masar = Al-Masar (outlet)")]
    [InlineData("Zuhur al-Furat, a small faction without a seat, refused.", "Zuhur al-Furat = Zuhur al-Furat (group)")]
    [InlineData("Clashes with the tribes of al-Sarhan went on.", "al-Sarhan = al-Sarhan (group)")]
    [InlineData("The Engineering and Roads Regiment left.", "Engineering and Roads Regiment = Engineering and Roads Regiment (group)")]
    [InlineData("On Friday the QXP agreed.", "QXP = QXP (group)")]
    [InlineData("A meeting between QXP and others began.", "QXP = QXP (group)")]
    [InlineData("On Friday a QXP reporter heard it rain.", "QXP = QXP (outlet)")]
    [InlineData("Men of Furqat Zuhur al-Furat left.", "Furqat Zuhur al-Furat = Furqat Zuhur al-Furat (group)")]
    [InlineData("It was the work of the 46th regiment.", "46th regiment = 46th regiment (group)")]
    public void A_group_or_body_that_no_table_has_is_told_by_its_words(string text, string found) => Assert.Equal([found], Readings.Actors(text));

    [Theory]
    [InlineData("The rebels and the militants left the group, civilians said.")]
    [InlineData("Several local councils and armed groups were asked.")]
    [InlineData("Has the war ended? This is what the leader of the group was asked.")]
    [InlineData("Sheikh Ziryaf, a village in the hills, was empty.")]
    [InlineData("An IED was found.")]
    [InlineData("They prayed in front of the Abu Walid mosque.")]
    [InlineData("She was brought to the Central Hospital.")]
    [InlineData("The rent was 200 US dollars.")]
    [InlineData("A Turkish dish and a Russian song were on the table.")]
    public void Common_nouns_and_bare_adjectives_are_no_actors(string text) => Assert.Empty(Readings.Actors(text));

    [Theory]
    [InlineData("Abu Walid al-Ansari, who led the cell, was seen.", "Abu Walid al-Ansari = Abu Walid al-Ansari (person)")]
    [InlineData("Its director, Walburga Tanz, said so.", "Walburga Tanz = Walburga Tanz (person)")]
    [InlineData("“It rained,” said Walburga Tanz of the weather office.", "Walburga Tanz = Walburga Tanz (person)")]
    [InlineData("High Commissioner Walburga Tanz spoke first.", "Walburga Tanz = Walburga Tanz (person)")]
    [InlineData("Rifaat al-Assad has a house.", "Rifaat al-Assad = Rifaat al-Assad (person)")]
    [InlineData("Colonel Nadim Sarraj spoke first.", "Nadim Sarraj = Nadim Sarraj (person)")]
    [InlineData("According to Dalia Harfoush, a researcher on water, it rained.", "Dalia Harfoush = Dalia Harfoush (person)")]
    [InlineData("Gunmen arrested Wajdi al-Homsi at home.", "Wajdi al-Homsi = Wajdi al-Homsi (person)")]
    [InlineData("They caught Abu al-Hareth al-Iraqi.", "Abu al-Hareth al-Iraqi = Abu al-Hareth al-Iraqi (person)")]
    [InlineData("Khaled Darwish has a shop.", "Khaled Darwish = Khaled Darwish (person)")]
    public void A_person_is_told_by_kunya_title_given_name_or_what_is_said_of_him(string text, string found) => Assert.Equal([found], Readings.Actors(text));

    [Fact]
    public void A_surname_later_in_the_text_is_the_person_of_the_full_name() =>
        Assert.Equal(
            ["Nadim Sarraj = Nadim Sarraj (person)", "Sarraj = Nadim Sarraj (person)", "Sarraj = Nadim Sarraj (person)"],
            Readings.Actors("The teacher Nadim Sarraj left at noon. Sarraj’s brother stayed. Nobody asked Sarraj why."));

    [Fact]
    public void A_surname_that_is_a_town_stays_the_town_where_the_words_say_so() =>
        Assert.Equal(["Binnish = binnish"], Readings.Places("Omar Binnish sold his car. He had bought it in Binnish."));

    [Fact]
    public void Of_two_persons_of_one_surname_the_one_named_last_is_meant() =>
        Assert.Equal(
            ["Nadim Sarraj = Nadim Sarraj (person)", "Sarraj = Nadim Sarraj (person)", "Dalia Sarraj = Dalia Sarraj (person)", "Sarraj = Dalia Sarraj (person)"],
            Readings.Actors("Nadim Sarraj spoke first. Then Sarraj left. Dalia Sarraj came at noon. Nobody asked Sarraj why."));

    [Fact]
    public void A_place_behind_a_second_name_is_none() =>
        Assert.Equal(
            ["Nadim Sarraj = Nadim Sarraj (person)", "Walid Qassab = Nadim Sarraj (person)"],
            Readings.Actors("Nadim Sarraj, a.k.a. Walid Qassab, in Marseille, had a boat."));

    [Fact]
    public void A_second_name_in_brackets_is_carried_on() =>
        Assert.Equal(
            ["Nadim Sarraj = Nadim Sarraj (person)", "Abu Rim = Nadim Sarraj (person)", "Abu Rim = Nadim Sarraj (person)"],
            Readings.Actors("Nadim Sarraj (Abu Rim) spoke first. Abu Rim then left."));

    [Fact]
    public void A_body_is_met_again_by_its_last_word() =>
        Assert.Equal(
            ["Blue River Observatory = Blue River Observatory (institution)", "Observatory = Blue River Observatory (institution)"],
            Readings.Actors("The Blue River Observatory has a boat. On Friday the Observatory sold it."));

    [Fact]
    public void A_kunya_that_ends_a_name_is_the_person_afterwards() =>
        Assert.Equal(
            ["Ziryaf Qurmana Abu Wadi = Ziryaf Qurmana Abu Wadi (person)", "Abu Wadi = Ziryaf Qurmana Abu Wadi (person)"],
            Readings.Actors("Colonel Ziryaf Qurmana Abu Wadi spoke first. On Friday Abu Wadi left."));

    [Fact]
    public void Two_persons_handled_together_are_both_named() =>
        Assert.Equal(
            ["Ziryaf Najdat Daghal = Ziryaf Najdat Daghal (person)", "Qurman Shaban Moss = Qurman Shaban Moss (person)"],
            Readings.Actors("On Friday both Ziryaf Najdat Daghal and Qurman Shaban Moss were shot."));

    [Fact]
    public void Two_persons_of_one_surname_leave_it_open() =>
        Assert.Equal(
            ["Nadim Sarraj = Nadim Sarraj (person)", "Dalia Sarraj = Dalia Sarraj (person)"],
            Readings.Actors("Nadim Sarraj met Dalia Sarraj. Then Sarraj left."));

    [Fact]
    public void An_acronym_in_brackets_stands_for_its_group_from_then_on() =>
        Assert.Equal(
            ["Green Valley Union = Green Valley Union (group)", "GVU = Green Valley Union (group)", "GVU = Green Valley Union (group)"],
            Readings.Actors("The Green Valley Union (GVU) met on Friday. The GVU has nine members."));

    [Theory]
    [InlineData("Nadim Sarraj (real name: Walid Qassab) left.", "Walid Qassab = Nadim Sarraj (person)")]
    [InlineData("Nadim Sarraj, also known as “the Carpenter,” left.", "Carpenter = Nadim Sarraj (person)")]
    [InlineData("Nadim Sarraj, aka Abu Dalia, left.", "Abu Dalia = Nadim Sarraj (person)")]
    [InlineData("Walid Qassab (a.k.a. Abu Hasan 600) left.", "Walid Qassab = abu-hasan-600")]
    public void A_second_name_leads_to_the_same_person(string text, string found) => Assert.Contains(found, Readings.Actors(text));

    [Theory]
    [InlineData("Turkey said that it would stay.", "Turkey = government-of-turkey")]
    [InlineData("Britain, France and Turkey agreed.", "Britain = United Kingdom (state)", "France = France (state)", "Turkey = government-of-turkey")]
    [InlineData("Moscow warned Ankara.", "Moscow = government-of-russia", "Ankara = government-of-turkey")]
    [InlineData("They accused Turkey of it.", "Turkey = government-of-turkey")]
    [InlineData("It was agreed with Turkey and Russia.", "Turkey = government-of-turkey", "Russia = government-of-russia")]
    [InlineData("It asked Ankara to wait, as an ally of Moscow would.", "Ankara = government-of-turkey", "Moscow = government-of-russia")]
    [InlineData("It was a chance for Ankara to wait.", "Ankara = government-of-turkey")]
    [InlineData("Its attitude toward Turkey was to please Turkey.", "Turkey = government-of-turkey", "Turkey = government-of-turkey")]
    [InlineData("It was about Turkey's de-escalation efforts and foreign bodies, mainly Russia.", "Turkey = government-of-turkey", "Russia = government-of-russia")]
    [InlineData("Neighbouring Turkey views it so.", "Turkey = government-of-turkey")]
    [InlineData("Two hundred United States troops left.", "United States = government-of-united-states-of-america")]
    [InlineData("A Turkey-backed council met.", "Turkey = government-of-turkey")]
    [InlineData("The plan was to hand the hills over to Russia.", "Russia = government-of-russia")]
    [InlineData("He lives at the mercy of Turkey.", "Turkey = government-of-turkey")]
    [InlineData("Moscow denied it.", "Moscow = government-of-russia")]
    [InlineData("Turkish soldiers dug a trench.", "Turkish soldiers = government-of-turkey")]
    [InlineData("Turkish intelligence knew.", "Turkish intelligence = mit")]
    [InlineData("The regime sent pro-regime fighters.", "regime = government-of-syria", "regime = government-of-syria")]
    public void A_state_that_acts_or_is_acted_towards_is_an_actor(string text, params string[] found)
    {
        Assert.Equal(found, Readings.Actors(text));
        Assert.Empty(Readings.Places(text));
    }

    [Theory]
    [InlineData("They fled to Turkey.", "Turkey = turkey")]
    [InlineData("It came across the border from Iraq.", "Iraq = iraq")]
    [InlineData("They wrote about Syria’s future.", "Syria = syria")]
    [InlineData("He was born in Moscow.", "Moscow = ?Moscow")]
    public void A_country_or_capital_where_something_is_is_a_place(string text, string found)
    {
        Assert.Equal([found], Readings.Places(text));
        Assert.Empty(Readings.Actors(text));
    }

    [Fact]
    public void Mentions_stand_where_their_words_stand()
    {
        const string text = "“Abu Hasan 600”, the HTS’s man in Ma'arrat al-Nu'man, met al-Jolani.";
        Assert.All(new ActorFinder(RepositoryFiles.Lexicon).Find(ArticleText.Of(text)), actor => Assert.Equal(actor.Text, text.Substring(actor.Start, actor.Length)));
        Assert.Equal(["Abu Hasan 600 = abu-hasan-600", "HTS = hts", "al-Jolani = abu-mohammad-al-jolani"], Readings.Actors(text));
    }
}
