namespace Stance.Tests;

public class CueFinderTests
{
    private static readonly Lexicon Lexicon = new(ActorCatalog.Default, LanguageData.Shipped);

    private static List<(string Word, CueHit Hit, Cue Cue)> Find(string text, string language = "ar")
    {
        var analysis = ArticleAnalysis.Of(Lexicon, new Article { Text = text, Language = language });
        return [.. CueFinder.Find(Lexicon, analysis.Document, analysis.Readings, analysis.Hits, analysis.Mentions).Select(h => (analysis.Document.Original(h.First, h.End), h, Lexicon.Data.Cues[h.Row]))];
    }

    [Theory]
    [InlineData("أيدت القاهرة المقترح.", "أيدت", nameof(CueForm.Verb))]
    [InlineData("ستفرض لندن عقوبات.", "ستفرض", nameof(CueForm.Verb))]
    [InlineData("يرفض العراق المقترح.", "يرفض", nameof(CueForm.Verb))]
    [InlineData("تحدث الوزير مؤكدا موقفه.", "مؤكدا", nameof(CueForm.Participle))]
    [InlineData("ختم الوزير داعيا إلى الحوار.", "داعيا", nameof(CueForm.Participle))]
    [InlineData("بعد رفض المقترح انتهت الجلسة.", "رفض", nameof(CueForm.Noun))]
    [InlineData("إدانة الهجوم لا تكفي.", "إدانة", nameof(CueForm.Noun))]
    public void A_form_is_a_verb_a_participle_or_a_noun(string text, string word, string form) => Assert.Equal(form, Find(text).Single(c => c.Word == word).Hit.Form.ToString());

    [Theory]
    [InlineData("وأيدته لندن.", "وأيدته")]
    [InlineData("عارضته لندن.", "عارضته")]
    [InlineData("عارضتها لندن.", "عارضتها")]
    [InlineData("طالبها بالرحيل.", "طالبها")]
    public void A_pronoun_that_is_its_object_makes_a_verb_neither_noun_nor_participle(string text, string word) => Assert.Equal(CueForm.Verb, Find(text).Single(c => c.Word == word).Hit.Form);

    [Fact]
    public void A_conjunction_and_a_pronoun_are_noted()
    {
        var hit = Find("وأيدته لندن.").Single(c => c.Word == "وأيدته").Hit;
        Assert.True(hit.Conjunction);
        Assert.True(hit.Suffix);
        Assert.False(Find("أيدت لندن القرار.").Single(c => c.Word == "أيدت").Hit.Conjunction);
    }

    [Theory]
    [InlineData("وحملت وزارة الخارجية الروسية واشنطن المسؤولية عن التصعيد.", "وحملت", true)]
    [InlineData("وحملت وزارة الخارجية الروسية واشنطن على التفاوض.", "وحملت", false)]
    public void Who_is_held_responsible_stands_between_a_verb_and_its_noun(string text, string word, bool accuses) => Assert.Equal(accuses, Find(text).Exists(c => c.Word == word && c.Cue.Class == "accuse"));

    [Fact]
    public void The_longest_cue_wins() => Assert.Equal("vote-against", Find("صوتت لندن، ثم صوتت ضد القرار باريس.").Single(c => c.Word.StartsWith("صوتت ضد", StringComparison.Ordinal)).Cue.Class);

    [Fact]
    public void Inside_a_name_nothing_is_a_cue() => Assert.DoesNotContain(Find("وصل المتحدث باسم الخارجية الروسية."), c => c.Word == "المتحدث");

    [Theory]
    [InlineData("وفي الصباح غادر.", "وفي")]
    [InlineData("بعد الظهر غادر.", "بعد")]
    public void A_particle_is_no_cue_whatever_else_it_can_be_read_as(string text, string word) => Assert.DoesNotContain(Find(text), c => c.Word == word);

    [Theory]
    [InlineData("The minister rejected it.", "rejected", nameof(CueForm.Verb))]
    [InlineData("He left, rejecting it.", "rejecting", nameof(CueForm.Participle))]
    [InlineData("The condemnation of the raid came late.", "condemnation", nameof(CueForm.Noun))]
    public void English_forms_are_told_by_their_endings(string text, string word, string form) => Assert.Equal(form, Find(text, "en").Single(c => c.Word == word).Hit.Form.ToString());
}
