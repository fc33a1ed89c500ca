namespace Stance.Tests;

/// <summary>Small inputs that several tests of the tool share.</summary>
internal static class Samples
{
    /// <summary>Two issues, on one line each.</summary>
    public const string Issues = """
        [
        {"id": "sanctions", "name": {"en": "Sanctions", "ar": "العقوبات"}, "proposition": {"en": "Sanctions should be imposed on Iran.", "ar": "ينبغي فرض عقوبات على إيران."}, "topic": {"ar": ["العقوبات على إيران"], "en": ["sanctions on Iran"]}},
        {"id": "ceasefire", "name": {"en": "Ceasefire", "ar": "وقف إطلاق النار"}, "proposition": {"en": "There should be a ceasefire in Gaza.", "ar": "ينبغي وقف إطلاق النار في غزة."}, "topic": {"ar": ["وقف إطلاق النار في غزة"], "en": ["ceasefire in Gaza"]}}
        ]
        """;

    /// <summary>An article in which two states speak on the first issue.</summary>
    public const string Article = """{"id": "a1", "desk": "world", "text": "رفضت وزارة الخارجية الروسية فرض عقوبات على إيران. وقالت واشنطن إنها تؤيد العقوبات على إيران."}""";

    /// <summary>A labelled article whose evidence is verbatim.</summary>
    public const string Labelled = """{"id": "l1", "text": "رفضت موسكو فرض عقوبات على إيران.", "stances": [{"actor": "RUS", "issue": "sanctions", "stance": "against", "evidence": ["رفضت موسكو فرض عقوبات على إيران."]}]}""";
}
