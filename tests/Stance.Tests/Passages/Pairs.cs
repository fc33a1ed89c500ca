namespace Stance.Tests;

/// <summary>Made-up labelled pairs whose stance is plain, and a model trained on them once.</summary>
internal static class Pairs
{
    private static readonly string[] Places = ["الميناء", "المطار", "الجامعة", "المستشفى", "المصنع", "السد", "الجسر", "الملعب", "المتحف", "السوق", "المكتبة", "القطار"];

    private static readonly string[] Times = ["اليوم", "أمس", "الخميس", "هذا العام", "في بيان"];

    /// <summary>180 pairs: the mayor backs, refuses, or speaks of what is to be built.</summary>
    public static List<LabelledPassage> All { get; } =
    [.. Places.SelectMany(place => Times.SelectMany(time => new LabelledPassage[]
    {
        new($"رحب رئيس البلدية {time} ببناء {place} وأيد المشروع", $"ينبغي بناء {place}", StanceLabel.Favor),
        new($"رفض رئيس البلدية {time} بناء {place} وندد بالمشروع", $"ينبغي بناء {place}", StanceLabel.Against),
        new($"تحدث رئيس البلدية {time} عن بناء {place} أمام الصحفيين", $"ينبغي بناء {place}", StanceLabel.Neutral),
    }))];

    /// <summary>Three parts suffice here.</summary>
    public static PassageTrainingOptions Quick { get; } = new() { Folds = 3 };

    private static readonly Lazy<PassageStanceModel> Trained = new(() => new PassageStanceTrainer(Quick).Train(All));

    public static PassageStanceModel Model => Trained.Value;

    public static byte[] Bytes(PassageStanceModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
