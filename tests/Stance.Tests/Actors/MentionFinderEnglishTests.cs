namespace Stance.Tests;

/// <summary>English names that mislead. Every sentence is ours.</summary>
public class MentionFinderEnglishTests
{
    [Theory]
    [InlineData("The minister told us that nothing had been decided.", "")]
    [InlineData("The plan would affect all of us, he said.", "")]
    [InlineData("The US rejected the draft on Monday.", "USA")]
    [InlineData("Critics say the U.S. has no plan.", "USA")]
    [InlineData("US-led forces left the base, and the US said it would not return.", "USA")]
    [InlineData("LET US PRAY, the sign at the gate read.", "")]
    public void Us_is_a_word_unless_written_as_the_state(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("The man who called the meeting left early.", "")]
    [InlineData("Who will pay for the bridge is unclear.", "")]
    [InlineData("The WHO declared the outbreak over.", "UN")]
    [InlineData("Officials at the World Health Organization (WHO) urged caution.", "UN")]
    public void Who_is_a_word_unless_written_as_the_organisation(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("Families sat down to roast turkey and potatoes.", "")]
    [InlineData("They served smoked turkey at the reception.", "")]
    [InlineData("Turkey recalled its ambassador from Paris.", "TUR FRA")]
    [InlineData("The president of Turkey flew to Moscow.", "TUR RUS")]
    public void Turkey_is_no_bird(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("Voters in the state of Georgia went to the polls.", "")]
    [InlineData("A judge in Atlanta, Georgia, set the trial for May.", "")]
    [InlineData("Recounts in Georgia and Arizona changed nothing.", "")]
    [InlineData("Georgia accused Moscow of moving the border near Tbilisi.", "GEO RUS")]
    [InlineData("Russia and Georgia signed a ceasefire.", "RUS GEO")]
    public void Georgia_the_state_of_the_union_is_no_country(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("Chad Smith, a teacher, said the road was closed.", "")]
    [InlineData("Chad's army said it had repelled the rebels near N'Djamena.", "TCD")]
    [InlineData("Chad said it would send troops to Niger.", "TCD NER")]
    [InlineData("Michael Jordan opened the museum.", "")]
    [InlineData("Jordan Pickford saved the penalty.", "")]
    [InlineData("Jordan said it would host the talks in Amman.", "JOR")]
    [InlineData("The king of Jordan met the Egyptian president.", "JOR EGY")]
    [InlineData("Paris Hilton arrived late.", "")]
    [InlineData("Jack London wrote about the north.", "")]
    public void Given_names_are_no_states(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("The Washington Post reported that the deal was close.", "")]
    [InlineData("According to The New York Times, the talks have stalled.", "")]
    [InlineData("The Jerusalem Post and the Moscow Times carried the story.", "")]
    [InlineData("George Washington never crossed that bridge.", "")]
    [InlineData("Washington said the sanctions would stay.", "USA")]
    [InlineData("Denzel Washington plays the lead.", "")]
    [InlineData("The Korea Herald quoted analysts in Seoul.", "KOR")]
    [InlineData("The International Criminal Court in The Hague issued a warrant.", "")]
    [InlineData("The US Supreme Court struck down the rule.", "")]
    public void Papers_and_courts_are_not_the_state(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("Syrian opposition leaders rejected the offer.", "")]
    [InlineData("The Free Syrian Army took the village.", "")]
    [InlineData("Yemen's Houthi rebels fired a missile.", "")]
    [InlineData("Lebanon's Hezbollah said it would respond.", "")]
    [InlineData("Former US President Barack Obama criticised the move.", "")]
    [InlineData("The former Russian ambassador said the talks had failed.", "")]
    [InlineData("Ex-British prime minister Tony Blair defended the war.", "")]
    [InlineData("Palestinian militant group Hamas accepted the truce.", "")]
    [InlineData("The Russian Communist Party called a rally.", "")]
    public void Rebels_opposition_and_former_officials_do_not_speak_for_the_state(string text, string actors)
    {
        Assert.Equal(actors, Found.Speakers(text, "2018-05-09"));
    }

    [Theory]
    [InlineData("North Korea fired a missile over Japan.", "PRK JPN")]
    [InlineData("South Korean President Moon Jae-in met the North Korean leader.", "KOR PRK")]
    [InlineData("The Democratic Republic of the Congo closed its schools.", "COD")]
    [InlineData("Congo-Brazzaville hosted the summit.", "COG")]
    [InlineData("Officials in Kinshasa said Congo would hold elections.", "COD")]
    [InlineData("Equatorial Guinea signed the treaty, Guinea-Bissau did not.", "GNQ GNB")]
    [InlineData("Papua New Guinea asked Australia for help.", "PNG AUS")]
    [InlineData("South Sudan accused Sudan of bombing its oil fields.", "SSD SDN")]
    public void Names_that_contain_each_other(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("The German foreign minister, Sigmar Gabriel, warned Ankara. Gabriel said patience was running out.", "DEU TUR")]
    [InlineData("Russian President Vladimir Putin spoke on Monday. Putin said the pact was dead.", "RUS")]
    [InlineData("Indian cotton and Chinese tea rose in price.", "IND CHN")]
    [InlineData("They serve tea on china plates.", "")]
    [InlineData("They may march in March.", "")]
    public void Officials_and_ordinary_words(string text, string actors) => Assert.Equal(actors, Found.Actors(text, "2017-03-01"));
}
