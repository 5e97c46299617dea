using System.Globalization;
using System.Text.Json.Nodes;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Functions.Admin.Events;

/// <summary>What the audit keeps of refused events that were tried again: their ids, and nothing of the people they are about.</summary>
internal static class ReplayedEvents
{
    public static AuditEntry Entry(string by, IReadOnlyList<long> ids) => new(default, by, AuditedKinds.RefusedEvents, NameOf(ids), "replayed")
    {
        Before = new JsonObject { ["refused"] = ListOf(ids) }.ToJsonString(),
    };

    public static string After(ReplaySummary summary) => new JsonObject
    {
        ["replayed"] = summary.Replayed,
        ["refused"] = ListOf(summary.StillRefused.Select(one => one.Id)),
    }.ToJsonString();

    private static string NameOf(IReadOnlyList<long> ids) =>
        ids.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{ids.Min()}-{ids.Max()}");

    private static JsonArray ListOf(IEnumerable<long> ids) => new([.. ids.Select(id => (JsonNode)id)]);
}
