namespace Stance.Tests;

public class LabelledActorsTests
{
    [Theory]
    [InlineData("ar", 0.985)]
    [InlineData("en", 0.99)]
    public void Whom_our_own_articles_are_labelled_for_is_found_in_them(string language, double required)
    {
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        var (found, all) = (0, 0);
        foreach (var article in LabelledCorpus.Read(Path.Combine(SharedData.Repository, "training-data")).Articles.Where(a => a.Article.Language == language))
        {
            var actors = ArticleAnalysis.Of(lexicon, article.Article).Actors();
            foreach (var code in article.Stances.Select(s => s.Actor).Distinct())
            {
                all++;
                found += actors.Contains(lexicon.ActorIndex[code]) ? 1 : 0;
            }
        }
        Assert.True((double)found / all >= required, $"{found} of {all} labelled actors; required: {required}");
    }
}
