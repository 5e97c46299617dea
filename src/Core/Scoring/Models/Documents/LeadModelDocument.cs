using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Segments;

namespace PersonalizationEngine.Core.Scoring.Models.Documents;

/// <summary>Reads a scoring model as it is sent to the API; every fault comes with its JSON pointer.</summary>
public static class LeadModelDocument
{
    public const int MaxGroups = 20, MaxRulesOfGroup = 100;

    /// <summary>Where the plain score is asked for beside the models.</summary>
    public const string PlainKey = "default";

    public static Parsed<LeadModel> Read(JsonElement json)
    {
        var reader = new DocumentReader(json);
        reader.RefuseUnknown(
            "id", "key", "name", "description", "active", "thresholds", "floor", "cap", "grades", "decay", "groups", "crossings", "calibration",
            "version", "created_at", "updated_at");
        var key = NamedDocument.Key(reader);
        if (key == PlainKey) reader.Fault("key", $"must be another one: \"{PlainKey}\" is the score of the settings");
        var name = NamedDocument.Name(reader);
        var description = NamedDocument.Description(reader);
        var active = reader.Flag("active") ?? true;
        var thresholds = Thresholds(reader);
        var bounds = new ScoreBounds(
            reader.Number("floor", -(double)LeadScore.Highest, 0) ?? 0,
            reader.Number("cap", 0.01, (double)LeadScore.Highest) ?? (double)LeadScore.Highest);
        var decay = DecayDocument.Read(reader);
        var groups = reader.Children("groups", 1, MaxGroups).Select(group => ScoreGroupDocument.Read(group, decay)).ToList();
        var grades = Grades(reader);
        var crossings = CrossingDocument.Read(reader);
        if (crossings.Hysteresis >= (double)thresholds.Warm) reader.Fault("crossings", "must have a hysteresis below the threshold of warm_lead, or nobody would ever leave it");
        var calibration = CalibrationDocument.Read(reader);
        RefuseRepeatedKeys(reader, groups.OfType<ScoreGroup>());

        return Parsed.From(reader, () => new LeadModel(0, key!, name!, description, active, thresholds, bounds, [.. groups!], json.Clone())
        {
            Grades = grades,
            Crossings = crossings,
            Calibration = calibration,
        });
    }

    /// <summary>A model that was accepted once, as it was stored.</summary>
    /// <exception cref="JsonException">It can be read no more.</exception>
    public static LeadModel Restore(long id, JsonElement json)
    {
        var read = Read(json);
        return read.Succeeded ? read.Value with { Id = id } : throw new JsonException(string.Join("; ", read.Faults.Select(fault => $"{fault.Pointer} {fault.Message}")));
    }

    private static SegmentThresholds Thresholds(DocumentReader reader)
    {
        var usual = SegmentThresholds.Default;
        if (reader.Child("thresholds") is not { } child) return usual;
        child.RefuseUnknown("warm_lead", "hot_lead", "sales_ready");
        var thresholds = new SegmentThresholds(Of(LeadSegment.WarmLead, usual.Warm), Of(LeadSegment.HotLead, usual.Hot), Of(LeadSegment.SalesReady, usual.SalesReady));
        if (!thresholds.Rise) reader.Fault("thresholds", "must rise: warm_lead < hot_lead < sales_ready");
        return thresholds;

        decimal Of(LeadSegment segment, decimal fallback) =>
            child.Number(segment.Name(), 0.01, (double)LeadScore.Highest) is { } given ? (decimal)given : fallback;
    }

    private static GradeGrid? Grades(DocumentReader reader)
    {
        const double Furthest = ScoreBounds.Furthest;
        if (reader.Child("grades") is not { } child) return null;
        child.RefuseUnknown("a", "b", "1", "2");
        var (a, b) = (child.Number("a", -Furthest, Furthest, required: true), child.Number("b", -Furthest, Furthest, required: true));
        var (one, two) = (child.Number("1", -Furthest, Furthest, required: true), child.Number("2", -Furthest, Furthest, required: true));
        if (b >= a) child.Fault("b", "must be below a");
        if (two >= one) child.Fault("2", "must be below 1");
        return a is null || b is null || one is null || two is null ? null : new GradeGrid(a.Value, b.Value, one.Value, two.Value);
    }

    private static void RefuseRepeatedKeys(DocumentReader reader, IEnumerable<ScoreGroup> groups)
    {
        var all = groups.ToList();
        foreach (var key in Repeated(all.Select(group => group.Key))) reader.Fault("groups", $"must have keys of their own: \"{key}\" is given twice");
        foreach (var key in Repeated(all.SelectMany(group => group.Rules).Select(rule => rule.Key)))
            reader.Fault("groups", $"must have rules with keys of their own: \"{key}\" is given twice");
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> keys) =>
        keys.GroupBy(key => key, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);
}
