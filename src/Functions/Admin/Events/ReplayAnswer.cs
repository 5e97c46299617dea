using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Functions.Admin.Events;

/// <param name="Replayed">How many are counted now.</param>
/// <param name="StillRefused">With the reason as of now.</param>
internal sealed record ReplayAnswer(int Replayed, IReadOnlyList<RefusedEventAnswer> StillRefused)
{
    public static ReplayAnswer Of(ReplaySummary summary) =>
        new(summary.Replayed, [.. summary.StillRefused.Select(RefusedEventAnswer.Of)]);
}
