namespace Stance;

/// <summary>Who tells a sentence as a whole: named by its tail, or before a colon at its head.</summary>
/// <param name="EndCue">The cues before this one lie in what is told; -1 where nobody tells it.</param>
/// <param name="Speakers">The states that tell it; empty where nobody does, or nobody who is a state.</param>
/// <param name="IsNoState">Somebody tells it who is no state.</param>
/// <param name="SpeaksFromHead">The speech begins with the sentence, so that the teller goes on from there.</param>
internal readonly record struct Teller(int EndCue, List<Speaker> Speakers, bool IsNoState, bool SpeaksFromHead)
{
    public static Teller None => new(-1, [], false, false);
}
