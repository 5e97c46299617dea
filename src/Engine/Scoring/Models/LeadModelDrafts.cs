using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>Drafts of scoring models. One that was calibrated, and proved worse than the live one, is published only where that is insisted on.</summary>
public sealed class LeadModelDrafts(LeadModelDesk desk, IDrafts drafts, ReviewPolicy review, TimeProvider time)
    : DefinitionDrafts<LeadModel>(desk, drafts, review, time)
{
    /// <summary>The field of <c>calibration.quality</c> that says so.</summary>
    public const string WorseField = "worse_than_live";

    protected override string? WhyBetterNot(Draft draft)
    {
        if (Inside(draft.Document, "calibration") is not { } calibration || Inside(calibration, "quality") is not { } quality) return null;
        if (!quality.TryGetProperty(WorseField, out var worse) || worse.ValueKind != JsonValueKind.True) return null;
        return $"On held-out data it is worse than the live model{Figures(quality)}. Send \"force\": true to publish it all the same.";
    }

    private static string Figures(JsonElement quality) =>
        Inside(quality, "draft") is { } own && Inside(quality, "live") is { } live
            ? $": AUC {Figure(own, "auc")} against {Figure(live, "auc")}, Brier score {Figure(own, "brier")} against {Figure(live, "brier")}"
            : "";

    private static string Figure(JsonElement figures, string name) =>
        figures.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble().ToString("0.0000", CultureInfo.InvariantCulture)
            : "unknown";

    private static JsonElement? Inside(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}
