namespace Stance;

/// <summary>What kind of sentence a proposition is.</summary>
/// <param name="Sign">Parity of its negations, 1 or -1.</param>
/// <param name="Polarity">Whether its words build and help (1) or end and harm (-1); 0 where neither prevails.</param>
/// <param name="States">The states that it names.</param>
/// <param name="Parts">For each of them, whether it is to its good (1) or to its harm (-1) (<see cref="PropositionParts"/>); odd under negation.</param>
/// <param name="FirstState">The state that it names first: of an accusation, the accused; -1 where it names none.</param>
/// <param name="Accuses">It holds somebody to have done ill, and asks for nothing.</param>
internal readonly record struct PropositionReading(float Sign, float Polarity, int[] States, float[] Parts, int FirstState, bool Accuses)
{
    /// <summary>No proposition.</summary>
    public static PropositionReading None { get; } = new(1, 0, [], [], -1, false);

    /// <summary>Words within which the object of «settle» stands.</summary>
    private const int Settled = 5;

    public static PropositionReading Of(Lexicon lexicon, string proposition, string language)
    {
        var document = TextDocument.Of(new Article { Text = proposition, Language = language });
        var readings = TokenReadings.Of(document, lexicon.Vocabulary);
        var hits = new HitTable(lexicon, document, readings, asWritten: true);
        int negations = 0, negated = 0, polarity = 0, firstState = -1;
        var asks = PropositionRow.BeginsWithMust(document, hits);
        bool ills = false, deeds = false;
        // «the basis for settling the dispute»: what is settled is nobody's ill deed.
        var (settles, named) = (-Settled, 0);
        var states = new HashSet<int>();
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            // «does not» is one negation, and «without consent» none of the sentence.
            if (i >= negated && hits.Longest(i, MarkerClass.Negation) is { } negation)
            {
                negations += lexicon.Data.DeniesSentence(lexicon.Data.Markers[negation.Entry.Row]) ? 1 : 0;
                negated = negation.End;
            }
            asks |= hits.Longest(i, MarkerClass.Obligation, MarkerClass.Permission) is not null;
            var settled = i - settles < Settled;
            ills |= !settled && hits.Longest(i, EntryKind.Evaluative) is { } evaluative && lexicon.Data.Evaluatives[evaluative.Entry.Row].Polarity < 0;
            deeds |= hits.Longest(i, EntryKind.Cue) is { } cue && lexicon.Data.DeedClasses.Contains(lexicon.Data.Cues[cue.Entry.Row].Class);
            // «North Korea» names no South Korea.
            if (i >= named && hits.Longest(i, EntryKind.Alias) is { } alias)
            {
                named = alias.End;
                var state = lexicon.ActorIndex[lexicon.Catalog.Aliases[alias.Entry.Row].Actor];
                states.Add(state);
                if (firstState < 0) firstState = state;
            }
            foreach (var reading in readings[i])
            {
                if (lexicon.Families.Of(reading.Word) is not { Length: > 0 } families)
                    continue;
                polarity += lexicon.Families.PolarityOf(families[0]);
                ills |= !settled && lexicon.Families.PolarityOf(families[0]) < 0;
                if (lexicon.Data.SettlingConcepts.Contains(lexicon.Families.NameOf(lexicon.Families.ConceptOf(families[0]))))
                    settles = i;
                foreach (var family in families)
                    asks |= lexicon.Families.Rights.Contains(lexicon.Families.ConceptOf(family));
                break;
            }
        }
        // «used force against the protesters»: whatever is done against somebody is an ill.
        var ties = lexicon.Ties.Find(document, readings).ConvertAll(lexicon.Ties.KindOf);
        ills |= ties.Contains(TieKind.Against);
        var accuses = !asks && (ills || (deeds && firstState >= 0)) && !ties.Contains(TieKind.Praise);
        int[] ordered = [.. states.Order()];
        var parts = PropositionParts.Of(lexicon, document, readings, hits, asks, accuses);
        return new PropositionReading(negations % 2 == 0 ? 1 : -1, Math.Sign(polarity), ordered, Array.ConvertAll(ordered, s => parts.GetValueOrDefault(s)), firstState, accuses);
    }
}
