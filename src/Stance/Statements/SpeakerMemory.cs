namespace Stance;

/// <summary>Who would go on speaking, from statement to statement and from sentence to sentence.</summary>
internal sealed class SpeakerMemory
{
    /// <summary>The speaker who would go on: of the last statement that was nobody else's speech.</summary>
    public List<Speaker> Current { get; private set; } = [];

    /// <summary>Who would have gone on when the sentence began.</summary>
    public List<Speaker> BeforeSentence { get; private set; } = [];

    /// <summary>The last who spoke, whoever acted since: «وقالت» goes on from here.</summary>
    public List<Speaker> Sayer { get; private set; } = [];

    /// <summary>The last who was named as a subject is no state.</summary>
    public bool IsNoState { get; private set; }

    /// <summary>A headline speaks of itself; what follows it does not go on from its speaker.</summary>
    public void Begin(Sentence sentence)
    {
        if (sentence.IsTitle || sentence.IsHeading)
            (Current, IsNoState, Sayer) = ([], false, []);
        BeforeSentence = Current;
    }

    /// <summary>Somebody is named who goes on from here.</summary>
    public void Name(List<Speaker> speakers, bool isNoState) => (Current, IsNoState) = (speakers, isNoState);

    /// <summary>Somebody speaks who is no state: no state goes on, and «وقالت» means none.</summary>
    public void NameNoState() => (Current, IsNoState, Sayer) = ([], true, []);

    public void Say(List<Speaker> speakers) => Sayer = speakers;

    /// <summary>The speaker goes on, or is guessed; whether the last subject was a state stays as it was.</summary>
    public void GoOn(List<Speaker> speakers) => Current = speakers;
}
