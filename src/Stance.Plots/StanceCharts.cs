namespace Stance.Plots;

/// <summary>The charts of results. All escape what articles and users wrote, and need no network.</summary>
public static class StanceCharts
{
    /// <summary>State × issue heat map: issues down, actors across, blue for favor and red for against on a fixed scale, the sign printed in the cell, grey with a dot where there is no evidence, a question mark where the
    /// interval leaves the sign open; the label shows the best evidence.</summary>
    public static StanceChart ToHeatMap(this StanceMatrix matrix, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return MatrixFigure.Of(matrix, options ?? new());
    }

    /// <summary>Who speaks how of whom: sources down, targets across, as in <see cref="ToHeatMap(StanceMatrix, ChartOptions)"/>.</summary>
    public static StanceChart ToHeatMap(this SentimentNetwork network, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        return MatrixFigure.Of(network, options ?? new());
    }

    /// <summary>An actor's stance on an issue over time: a line with its 95 % band, hollow marks for windows of one article, gaps where there is no evidence, a dashed line where the stance turns.</summary>
    public static StanceChart ToChart(this StanceTimeline timeline, ChartOptions? options = null) => Timelines([timeline], options);

    /// <summary>Several timelines in one chart: states on one issue, or issues of one state. Told apart by colour and by the shape of the marks: the colours come again from the ninth on, each time with another shape; the first 64 differ.</summary>
    public static StanceChart Timelines(IEnumerable<StanceTimeline> timelines, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(timelines);
        var list = timelines.ToList();
        foreach (var timeline in list)
            ArgumentNullException.ThrowIfNull(timeline);
        return TimelineFigure.Of(list, options ?? new());
    }

    /// <summary>Two states side by side: an issue a row, those that divide them most first, with intervals and the evidence that divides in the labels.</summary>
    public static StanceChart ToChart(this StanceContrast contrast, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(contrast);
        return ContrastFigure.Of(contrast, options ?? new());
    }

    /// <summary>Agreement as a matrix, communities side by side and framed.</summary>
    public static StanceChart ToHeatMap(this AgreementNetwork network, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        return AgreementFigure.Matrix(network, options ?? new());
    }

    /// <summary>Agreement as a network: lines join each state to the four it agrees with most, if on more than half; communities by colour and shape.</summary>
    public static StanceChart ToNetwork(this AgreementNetwork network, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        return AgreementFigure.Network(network, options ?? new());
    }

    /// <summary>Stances on one issue on a map of the world (Natural Earth, Robinson-like projection). Blocs, and states too small for the outlines, are named below the title.</summary>
    /// <param name="matrix">Scores by actor and issue.</param>
    /// <param name="issue">Id of the issue.</param>
    /// <param name="options">How; <c>null</c>: the defaults.</param>
    /// <exception cref="ArgumentException">The matrix has no evidence on the issue.</exception>
    public static StanceChart ToMap(this StanceMatrix matrix, string issue, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return MapFigure.Of(matrix, issue, options ?? new());
    }

    /// <summary>Reliability diagram (DeGroot and Fienberg 1983): stated probability against the share that is right, in tenths, with Wilson intervals.</summary>
    public static StanceChart ToCalibrationChart(this EvaluationReport report, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return EvaluationFigure.Calibration(report, options ?? new());
    }

    /// <summary>Confusion matrix: gold down, predicted across, counts in the cells, coloured by their share of the row.</summary>
    public static StanceChart ToChart(this StanceConfusion confusion, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        return EvaluationFigure.Confusion(confusion, options ?? new());
    }

    /// <summary>Learning curve: F1 of pairs, triples and polarity by number of training articles, with 95 % bands.</summary>
    /// <param name="curve">For each number of training articles the report of a model trained on so many.</param>
    /// <param name="options">How; <c>null</c>: the defaults.</param>
    public static StanceChart LearningCurve(IEnumerable<(int Articles, EvaluationReport Report)> curve, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return EvaluationFigure.Learning([.. curve], options ?? new());
    }
}
