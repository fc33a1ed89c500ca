namespace Stance;

/// <summary>Formats in which labels travel between Stance and the tools that people label and analyse with.</summary>
public enum ExchangeFormat
{
    /// <summary>Label Studio's JSON: an array of tasks with annotations and predictions. Offsets: see <see cref="ExchangeOptions.LabelStudioOffsets"/>.</summary>
    LabelStudio,

    /// <summary>doccano's JSON Lines for sequence labelling; offsets count code points. doccano does not write whether a person has looked at a row: what is read counts as labelled, predictions and
    /// articles that nobody touched included. Export only what was approved.</summary>
    Doccano,

    /// <summary>Prodigy's JSON Lines with spans; offsets count code points, as spaCy's do. A row without an answer counts as not labelled.</summary>
    Prodigy,

    /// <summary>One CSV table: a row for each article and, below it, a row for each passage of each label; offsets count UTF-16 code units.</summary>
    Csv,

    /// <summary>The statement list of the Discourse Network Analyzer (a CSV with semicolons), a row for each passage of each stance. Sentiments and the articles' texts have no place in it.</summary>
    Dna,

    /// <summary>GraphML of the affiliation network: actors × concepts, with the agreement. It is written, not read.</summary>
    GraphMl,

    /// <summary>GraphML of the actors' congruence network: who agrees, and who disagrees, with whom on how many concepts. It is written, not read.</summary>
    CongruenceGraphMl,
}

/// <summary>What an offset into a text counts.</summary>
public enum OffsetUnit
{
    /// <summary>Unicode code points, as in Python.</summary>
    CodePoint,

    /// <summary>UTF-16 code units, as in .NET, Java and JavaScript.</summary>
    Utf16,
}
