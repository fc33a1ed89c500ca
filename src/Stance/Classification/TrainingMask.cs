namespace Stance;

/// <summary>What a training does without, so that the ablation table can say what each part gives. No shipped model is trained so, and no file keeps it. Scoring knows nothing of it: a feature that was always 0 in training has no weight and splits no tree.</summary>
internal sealed record TrainingMask
{
    /// <summary>Names of features that are 0: of statements (<see cref="StanceFeatures"/>) and of the pair as a whole.</summary>
    public IReadOnlySet<string> Features { get; init; } = new HashSet<string>();

    /// <summary>No linear part beside the trees that tell the side, and none in the second look.</summary>
    public bool NoLinear { get; init; }

    /// <summary>No trees beside the linear part that tells the side, and none in the second look.</summary>
    public bool NoSideTrees { get; init; }

    /// <summary>No networks over sequences of roles.</summary>
    public bool NoSequences { get; init; }

    /// <summary>Every pair is looked at alone.</summary>
    public bool NoSecondLook { get; init; }

    /// <summary>Every statement of a labelled pair counts as its evidence.</summary>
    public bool NoEvidence { get; init; }

    /// <summary>Propositions are not negated in training.</summary>
    public bool NoMirror { get; init; }

    /// <summary>Stances are held out with their article, whatever their issue.</summary>
    public bool NoIssueFolds { get; init; }

    /// <summary>Takes out of a pair of the training set what is left out.</summary>
    public void Apply(PairSample pair)
    {
        for (var r = 0; r < pair.Rows.Count; r++)
            Clear(pair.Rows[r], StanceFeatures.Schema);
        Clear(pair.WholeApart(), PairExtractor.WholeSchema);
        if (NoEvidence && pair.Label is not PairLabel.None)
            Array.Fill(pair.IsEvidence, true);
    }

    private void Clear(Span<float> vector, FeatureSchema schema)
    {
        for (var i = 0; i < vector.Length; i++)
            if (Features.Contains(schema.Names[i]))
                vector[i] = 0;
    }
}
