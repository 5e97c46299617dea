using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Documents;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Core.Tests.Scoring.Models;

/// <summary>Models and people to score by them.</summary>
internal static class Leads
{
    public static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    public static SavedGroups NoGroups { get; } = new([]);

    public static DateTimeOffset Day(double days) => Now.AddDays(days);

    public static LeadModel Model(string document)
    {
        var read = LeadModelDocument.Read(JsonElement.Parse(document));
        Assert.Empty(read.Faults);
        return read.Value!;
    }

    /// <summary>One group of engagement with these rules, without bounds but those of the total.</summary>
    public static LeadModel Engagement(string rules, string more = "") =>
        Model($$"""{"key": "m", "name": "M", {{more}} "groups": [{"key": "g", "kind": "engagement", "rules": [{{rules}}]}]}""");

    public static string Act(string key, double points, string? decay = null, string more = "") => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $$"""{"key": "{{key}}", "points": {{points}}, "act": {"event": "{{key}}"}{{(decay is null ? "" : $", \"decay\": {decay}")}}{{more}}}""");

    public static Activity Did(string name, double days) => new(Day(days), ActivityOrigin.Rybbit, ActivityTypes.CustomEvent, name);

    public static LeadCurve Curve(LeadModel model, params IReadOnlyList<Activity> activities) => Curve(model, AttributeMap.Empty, activities);

    public static LeadCurve Curve(LeadModel model, AttributeMap profile, IReadOnlyList<Activity> activities) =>
        new CompiledLeadModel(model, NoGroups, SignalDefinitions.Default)
            .CurveOf(profile, activities, FactorTimeline.Of([.. activities.OrderBy(act => act.At)], FactorWindows.Default, SignalDefinitions.Default, Day(-60), Day(60)));
}
