using PersonalizationEngine.Engine.Experiments.Facts;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>The experiment was paused by itself, because a variant harmed a guardrail.</summary>
/// <param name="Reason">In a sentence.</param>
internal sealed record StopAnswer(DateTimeOffset At, string Metric, string Variant, double Lift, double Low, double High, long Users, string Reason)
{
    public static StopAnswer Of(GuardrailStop stop) =>
        new(stop.At, stop.Metric, stop.Variant, stop.Lift, stop.Low, stop.High, stop.People, stop.Reason);
}
