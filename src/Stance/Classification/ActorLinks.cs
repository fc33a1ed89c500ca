namespace Stance;

/// <summary>How the actors of one article stand to each other, as far as the tone between them tells: states that accuse one another mostly take opposite sides, states that praise one another the same.</summary>
internal sealed class ActorLinks
{
    private readonly Dictionary<(int, int), (double Positive, double Negative)> links = [];

    /// <summary>Nobody stands to anybody.</summary>
    public static ActorLinks None { get; } = new();

    /// <summary>Adds the tone of a source to a target; of both directions the stronger counts.</summary>
    public void Add(int source, int target, StanceProbabilities tone)
    {
        var key = Key(source, target);
        var (positive, negative) = links.GetValueOrDefault(key);
        links[key] = (Math.Max(positive, tone.Favor), Math.Max(negative, tone.Against));
    }

    /// <summary>Probability of a positive and of a negative tone between two actors, whoever of them shows it.</summary>
    public (double Positive, double Negative) Between(int a, int b) => links.GetValueOrDefault(Key(a, b));

    private static (int, int) Key(int a, int b) => a < b ? (a, b) : (b, a);
}
