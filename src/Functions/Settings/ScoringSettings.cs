using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>scoring</c>.</summary>
internal static class ScoringSettings
{
    private const decimal HeaviestWeight = 100, LowestThreshold = 0.01m;

    public static ScoringRules Read(SettingsReader reader)
    {
        var weights = FactorNames.All.ToDictionary(factor => factor, factor => reader.Decimal(
            $"scoring:weights:{factor.Name()}", ScoringModel.DefaultWeight(factor), -HeaviestWeight, HeaviestWeight));
        var windows = FactorNames.All.ToDictionary(factor => factor, factor => reader.Days(
            $"scoring:windows_days:{factor.Name()}", FactorWindows.DefaultOf(factor),
            FactorWindows.Shortest.TotalDays, FactorWindows.Longest.TotalDays));
        var thresholds = new SegmentThresholds(
            Threshold(LeadSegment.WarmLead, SegmentThresholds.Default.Warm),
            Threshold(LeadSegment.HotLead, SegmentThresholds.Default.Hot),
            Threshold(LeadSegment.SalesReady, SegmentThresholds.Default.SalesReady));
        if (!thresholds.Rise) reader.Fault("scoring:thresholds", "must rise: warm_lead < hot_lead < sales_ready");

        return new ScoringRules(
            new ScoringModel(factor => weights[factor], thresholds), new FactorWindows(factor => windows[factor]), Signals(reader));

        decimal Threshold(LeadSegment segment, decimal fallback) =>
            reader.Decimal($"scoring:thresholds:{segment.Name()}", fallback, LowestThreshold, LeadScore.Highest);
    }

    private static SignalDefinitions Signals(SettingsReader reader) => new(
        SignalSettings.Read(reader, "signals:form_submission", SignalDefinitions.Default.FormSubmission),
        SignalSettings.Read(reader, "signals:pricing_visit", SignalDefinitions.Default.PricingVisit),
        SignalSettings.Read(reader, "signals:demo_request", SignalDefinitions.Default.DemoRequest));
}
