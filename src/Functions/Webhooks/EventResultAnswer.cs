using System.Text.Json.Serialization;
using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Functions.Webhooks;

/// <summary>What became of an event.</summary>
/// <param name="Status"><c>accepted</c>, <c>duplicate</c>, <c>refused</c> or <c>ignored</c>.</param>
/// <param name="Field">Where the fault of a refused event is.</param>
/// <param name="Warning">What of an accepted event was not done as it says; left out when all was.</param>
internal sealed record EventResultAnswer(int Index, string EventId, string Status, string? Field, string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Warning)
{
    private static readonly string[] StatusNames = ["accepted", "duplicate", "refused", "ignored"];

    public static EventResultAnswer Of(EventResult result) =>
        new(result.Index, result.EventId, StatusNames[(int)result.Status], result.Field, result.Reason, result.Warning);
}
