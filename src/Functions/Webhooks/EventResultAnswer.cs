using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Functions.Webhooks;

/// <summary>What became of an event.</summary>
/// <param name="Status"><c>accepted</c>, <c>duplicate</c> or <c>refused</c>.</param>
/// <param name="Field">Where the fault of a refused event is.</param>
internal sealed record EventResultAnswer(int Index, string EventId, string Status, string? Field, string? Reason)
{
    private static readonly string[] StatusNames = ["accepted", "duplicate", "refused"];

    public static EventResultAnswer Of(EventResult result) =>
        new(result.Index, result.EventId, StatusNames[(int)result.Status], result.Field, result.Reason);
}
