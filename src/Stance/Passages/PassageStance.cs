namespace Stance;

/// <summary>The stance of a passage toward a proposition.</summary>
/// <param name="Stance">The stance decided on; where the model weighs rare stances up (<see cref="PassageTrainingOptions.Balance"/>), not always the most probable one.</param>
/// <param name="Favor">Calibrated probability of favor, in [0, 1]; the three sum to 1.</param>
/// <param name="Against">Calibrated probability of against, in [0, 1].</param>
/// <param name="Neutral">Calibrated probability of neutral, in [0, 1].</param>
public readonly record struct PassageStance(StanceLabel Stance, double Favor, double Against, double Neutral)
{
    /// <summary>The probability of one stance.</summary>
    public double Of(StanceLabel stance) => stance switch
    {
        StanceLabel.Favor => Favor,
        StanceLabel.Against => Against,
        _ => Neutral,
    };

    /// <summary>The probability of <see cref="Stance"/>.</summary>
    public double Probability => Of(Stance);
}
