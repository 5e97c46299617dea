using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Gorse;

/// <summary>Whether Gorse and the two stores behind it work. It is asked past the breaker, so that its return shows at once.</summary>
internal sealed class GorseHealth(IGorseApi api) : IHealthProbe
{
    public string Name => GorseRecommender.SystemName;

    /// <summary>The embedded recommender stands in for it.</summary>
    public bool IsVital => false;

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(CheckHealth.Budget);
        var status = await api.ReadyAsync(budget.Token);
        if (status is not { Ready: true }) throw new InvalidOperationException("Gorse is not ready.");
        return "gorse";
    }
}
