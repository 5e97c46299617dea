using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>Alerts about systems outside, and about this process.</summary>
internal static class SystemAlerts
{
    public const double MostMemory = 0.85;

    public static IEnumerable<Alert> In(AlertFacts facts)
    {
        var sick = facts.Health?.Dependencies.Where(dependency => !dependency.IsHealthy).ToList() ?? [];
        foreach (var one in sick)
        {
            yield return new Alert(
                $"dependency:{one.Name}", one.IsVital ? AlertSeverity.Critical : AlertSeverity.Warning, $"{one.Name} does not answer",
                one.IsVital ? "Decisions cannot be served without it." : "Decisions go on without it, with what is known from before.",
                one.Detail ?? "no answer", "answers within 1 s", AlertPlace.Operations, "breakers", null);
        }

        foreach (var (system, state, since) in facts.Breakers.Where(breaker => breaker.State != BreakerState.Closed && sick.TrueForAll(one => one.Name != breaker.System)))
        {
            yield return new Alert(
                $"breaker:{system}", AlertSeverity.Warning, $"{system} fails",
                "Its breaker is not closed: it is asked only now and then whether it is back, and answers go without it meanwhile.",
                state == BreakerState.Open ? "not asked for now" : "being tried again", "every call goes through", AlertPlace.Operations, "breakers", facts.Now - since);
        }

        if (facts.MemoryShare > MostMemory)
        {
            yield return new Alert(
                "memory", AlertSeverity.Warning, "This process is short of memory",
                "It may be ended by the system, and what it has not stored yet with it.",
                AlertText.Percent(facts.MemoryShare), AlertText.Percent(MostMemory), AlertPlace.Operations, "memory", null);
        }
    }
}
