using Stance.Benchmarks;

namespace Stance.Tests;

public class ActorSpanRecallTests
{
    [SharedFact(ActorSpanRecall.File)]
    public void Nine_of_ten_states_of_annotated_newswire_are_found()
    {
        var spans = ActorSpanRecall.Measure(SharedData.PathOf(ActorSpanRecall.File));
        Assert.True(spans.Count > 350);
        var recall = (double)spans.Count(s => s.Miss is null) / spans.Count;
        Assert.True(recall >= 0.90, $"state recall {recall:F3} on {spans.Count} spans; required: 0.90");
    }
}
