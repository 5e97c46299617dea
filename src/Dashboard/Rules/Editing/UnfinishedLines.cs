using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>Lines that somebody has begun and not ended, which the language would take for something else.</summary>
public static class UnfinishedLines
{
    public static IEnumerable<(string Path, string Message)> Of(OutlinePart part, string path = "") => part switch
    {
        OutlineGroup group => group.Parts.SelectMany((inner, i) => Of(inner, path.Length == 0 ? $"{i}" : $"{path}.{i}")),
        OutlineTest { Attribute: "" } => [(path, "needs an attribute")],
        OutlineTest test when OutlineOperator.Find(test.Operator) is { Takes: not OperatorTakes.Nothing } && !test.AsText
            && (test.Values.Count == 0 || test.Values[0].Length == 0) => [(path, "needs a value")],
        OutlineMembership { Keys.Count: 0 } => [(path, "needs a segment")],
        _ => [],
    };
}
