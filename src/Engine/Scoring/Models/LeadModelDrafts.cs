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

    protected override string? WhyBetterNot(Draft draft) =>
        draft.Document.TryGetProperty("calibration", out var calibration) && calibration.ValueKind == JsonValueKind.Object
        && calibration.TryGetProperty("quality", out var quality) && quality.ValueKind == JsonValueKind.Object
        && quality.TryGetProperty(WorseField, out var worse) && worse.ValueKind == JsonValueKind.True
            ? "On held-out data it is worse than the live model. Send \"force\": true to publish it all the same."
            : null;
}
