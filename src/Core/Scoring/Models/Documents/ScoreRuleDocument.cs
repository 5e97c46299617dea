using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Scoring.Models.Decaying;
using PersonalizationEngine.Core.Segments;

namespace PersonalizationEngine.Core.Scoring.Models.Documents;

/// <summary>Reads a rule of a scoring model: <c>when</c> in a group of fit; <c>act</c> or <c>factor</c> in one of engagement.</summary>
internal static class ScoreRuleDocument
{
    private const double MostPoints = 1000, LongestWithinDays = 3650;

    private static readonly string[] Factors = [.. FactorNames.All.Select(factor => factor.Name())];

    /// <returns>Null when it is faulty.</returns>
    public static ScoreRule? Read(DocumentReader reader, ScoreGroupKind kind, Decay decay)
    {
        var key = NamedDocument.Key(reader);
        var name = reader.Text("name", NamedDocument.MaxNameLength) ?? key;
        var points = reader.Number("points", -MostPoints, MostPoints, required: true);
        if (points == 0) reader.Fault("points", "must not be 0");
        var bounds = ScoreGroupDocument.Bounds(reader);
        ScoreRule? rule = kind == ScoreGroupKind.Fit ? Fit(reader)
            : reader.Raw("factor") is { ValueKind: not JsonValueKind.Null } ? OfFactor(reader)
            : OfActs(reader, decay);
        return rule is null || key is null || points is null ? null : rule with { Key = key, Name = name!, Points = points.Value, Bounds = bounds };
    }

    private static FitRule? Fit(DocumentReader reader)
    {
        reader.RefuseUnknown("key", "name", "points", "floor", "cap", "when");
        if (ConditionDocument.Read(reader, "when", required: true) is not { } when) return null;
        if (ProfileCondition.WhyNot(when.Condition) is { } fault)
        {
            reader.Fault(fault with { Pointer = "/when" + fault.Pointer });
            return null;
        }

        return new FitRule("", "", 0, ScoreBounds.None, when);
    }

    private static FactorRule? OfFactor(DocumentReader reader)
    {
        reader.RefuseUnknown("key", "name", "points", "floor", "cap", "factor");
        return reader.OneOf("factor", Factors) is { } factor
            ? new FactorRule("", "", 0, ScoreBounds.None, (Factor)Array.IndexOf(Factors, factor))
            : null;
    }

    private static ActRule? OfActs(DocumentReader reader, Decay decay)
    {
        reader.RefuseUnknown("key", "name", "points", "floor", "cap", "act", "factor", "decay", "within_days", "until_cleared");
        var acts = Acts(reader, "act", required: true);
        var clearedBy = Acts(reader, "until_cleared", required: false);
        var within = reader.Number("within_days", Decay.Shortest.TotalDays, LongestWithinDays);
        if (clearedBy is not null && reader.Raw("decay") is { ValueKind: not JsonValueKind.Null })
            reader.Fault("decay", "must not be given with until_cleared: what stays until it is cleared does not fade");
        var own = clearedBy is not null ? Decay.None : DecayDocument.Read(reader, decay);
        return acts is null ? null : new ActRule("", "", 0, ScoreBounds.None, acts, own, within is { } days ? TimeSpan.FromDays(days) : null, clearedBy);
    }

    /// <summary>Acts as <c>$did</c> describes them, without how often and how lately.</summary>
    private static ActPattern? Acts(DocumentReader reader, string name, bool required)
    {
        if (reader.Raw(name) is not { ValueKind: not JsonValueKind.Null } json)
        {
            if (required) reader.Fault(name, "is required, or factor: what gives the points; an act is described by event, page, form or signal");
            return null;
        }

        if (json.ValueKind != JsonValueKind.Object || json.TryGetProperty("within", out _) || json.TryGetProperty("times", out _))
        {
            reader.Fault(name, "must be a JSON object of event, page, form and signal; each act counts by itself, how old it may be says within_days");
            return null;
        }

        var session = new ParseSession();
        var read = DidReader.Read(DidReader.Did, json, new Place(JsonPointer.Append("", name), 1), session);
        foreach (var fault in session.Faults) reader.Fault(fault);
        return session.Faults.Count == 0 && read is DidCondition did ? did.Pattern : null;
    }
}
