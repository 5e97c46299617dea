namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>What was done in some time.</summary>
/// <param name="Latency">Of every decision.</param>
/// <param name="Degraded">Decisions without something that they should have had.</param>
/// <param name="Strangers">Decisions about somebody of whom nothing could be read.</param>
/// <param name="HeldOut">Decisions in which a rule was kept from somebody.</param>
/// <param name="Fallbacks">Decisions in which no rule filled a slot.</param>
/// <param name="Requests">Over HTTP, decisions among them.</param>
/// <param name="Failed">Requests that were answered with 500 or above.</param>
/// <param name="LostExposures">Exposures that never came to be stored.</param>
public sealed record TakenCounts(
    LatencyHistogram Latency, long Degraded, long Strangers, long HeldOut, long Fallbacks, long Requests, long Failed, long LostExposures)
{
    public static TakenCounts None { get; } = new(LatencyHistogram.Empty, 0, 0, 0, 0, 0, 0, 0);

    public long Decisions { get; } = Latency.Count;

    public bool IsEmpty => Decisions == 0 && Requests == 0 && Failed == 0 && LostExposures == 0;

    public TakenCounts Plus(TakenCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new TakenCounts(
            Latency.Plus(other.Latency), Degraded + other.Degraded, Strangers + other.Strangers, HeldOut + other.HeldOut, Fallbacks + other.Fallbacks,
            Requests + other.Requests, Failed + other.Failed, LostExposures + other.LostExposures);
    }
}
