using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Scoring.Models.Decaying;
using PersonalizationEngine.Core.Segments;

namespace PersonalizationEngine.Core.Scoring.Models.Documents;

/// <summary>Reads a group of a scoring model.</summary>
internal static class ScoreGroupDocument
{
    private const string Fit = "fit", Engagement = "engagement";

    private static readonly string[] Kinds = [Fit, Engagement];

    public static string Name(this ScoreGroupKind kind) => kind == ScoreGroupKind.Fit ? Fit : Engagement;

    /// <param name="decay">Of rules that say nothing of their own.</param>
    /// <returns>Null when it is faulty; its faults are the reader's.</returns>
    public static ScoreGroup? Read(DocumentReader reader, Decay decay)
    {
        reader.RefuseUnknown("key", "name", "kind", "floor", "cap", "rules");
        var key = NamedDocument.Key(reader);
        var name = reader.Text("name", NamedDocument.MaxNameLength);
        var kind = reader.OneOf("kind", Kinds, required: true);
        var bounds = Bounds(reader);
        var children = reader.Children("rules", 1, LeadModelDocument.MaxRulesOfGroup);
        if (kind is null) return null;

        var of = kind == Fit ? ScoreGroupKind.Fit : ScoreGroupKind.Engagement;
        var rules = children.Select(rule => ScoreRuleDocument.Read(rule, of, decay)).ToList();
        return key is null || rules.Contains(null) ? null : new ScoreGroup(key, name ?? key, of, bounds, [.. rules!]);
    }

    /// <summary>Zero lies between them.</summary>
    internal static ScoreBounds Bounds(DocumentReader reader) => new(
        reader.Number("floor", -ScoreBounds.Furthest, 0) ?? double.NegativeInfinity,
        reader.Number("cap", 0, ScoreBounds.Furthest) ?? double.PositiveInfinity);
}
