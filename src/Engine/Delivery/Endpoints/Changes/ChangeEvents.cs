using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Experiments.Watching;

namespace PersonalizationEngine.Engine.Delivery.Endpoints.Changes;

/// <summary>What is told of a change; null where there is nothing to tell.</summary>
internal static class ChangeEvents
{
    private const string Completed = "completed", Paused = "paused";

    public static OutboundEvent Of(CrossedThreshold crossing) => new(
        OutboundEventTypes.ScoreCrossed, crossing.CrossingId, crossing.CrossedAt,
        JsonSerializer.Serialize(
            new ScoreCrossedData(
                crossing.CrossingId, crossing.PersonId, crossing.ModelId, crossing.ModelVersion, crossing.Segment, crossing.IsUp ? "up" : "down",
                Math.Round(crossing.Score, 6), crossing.CrossedAt),
            OutboundJson.Default.ScoreCrossedData),
        crossing.PersonId);

    public static OutboundEvent? Of(ChangedScore score)
    {
        // Who was never scored was as cold as can be.
        var from = score.Before ?? LeadSegment.ColdLead.Name();
        return from == score.Segment ? null : new OutboundEvent(
            OutboundEventTypes.SegmentChanged, score.Id.ToString(CultureInfo.InvariantCulture), score.At,
            JsonSerializer.Serialize(new SegmentChangedData(score.PersonId, from, score.Segment, score.Score, score.At), OutboundJson.Default.SegmentChangedData),
            score.PersonId);
    }

    /// <summary>It is decided when it ends, and when the engine pauses it because a variant does harm.</summary>
    public static OutboundEvent? Of(ChangedExperiment version)
    {
        var (status, before) = (Text(version.Document, "status"), Text(version.Before, "status"));
        var isDecided = status != before && (status == Completed || (status == Paused && version.By == OwnEdits.By));
        return !isDecided ? null : new OutboundEvent(
            OutboundEventTypes.ExperimentDecided, string.Create(CultureInfo.InvariantCulture, $"{version.ExperimentId}-{version.Version}"), version.At,
            JsonSerializer.Serialize(
                new ExperimentDecidedData(
                    version.ExperimentId, Text(version.Document, "key"), status!, version.Reason, version.By, version.Version, version.At),
                OutboundJson.Default.ExperimentDecidedData));
    }

    private static string? Text(string? document, string field)
    {
        if (document is null) return null;
        using var parsed = JsonDocument.Parse(document);
        return parsed.RootElement.ValueKind == JsonValueKind.Object && parsed.RootElement.TryGetProperty(field, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
