using PersonalizationEngine.Adapters.Gorse.Wire;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Gorse;

/// <summary>
/// Gorse's order, our rules: what it proposes is shown only if the embedded recommender could show it too; what is missing
/// comes from there, and so does everything when Gorse does not answer.
/// </summary>
internal sealed class GorseRecommender(
    IGorseApi api, IEmbeddedRecommender embedded, OutsideSystems systems, GorseOptions options) : IRecommender
{
    public const string SystemName = "gorse";

    private readonly OutsideSystem _system = systems.Get(
        SystemName, OutsideSystemOptions.Default with { Budget = options.Budget, Break = options.Break });

    public string Name => "gorse";

    public async ValueTask<RecommendationPage> RecommendAsync(RecommendationQuery query, CancellationToken cancellationToken)
    {
        // Nobody in particular: Gorse would give everybody's latest items.
        if (string.IsNullOrEmpty(query.PersonId) || GorseIds.Write(query.PersonId) is not { } user)
            return await EmbeddedAsync(query, isStandIn: false, cancellationToken);
        try
        {
            var proposed = await _system.CallAsync(token => AskAsync(user, query.CurrentItemId, token), cancellationToken);
            return await FillUpAsync(query, embedded.Showable(query, proposed), cancellationToken);
        }
        catch (OutsideSystemException)
        {
            // The breaker has said it in the log, once.
            return await EmbeddedAsync(query, isStandIn: true, cancellationToken);
        }
    }

    /// <summary>What goes with the item the person looks at, then what suits the person.</summary>
    private async Task<IReadOnlyList<string>> AskAsync(string user, string? currentItem, CancellationToken cancellationToken)
    {
        var personal = api.RecommendAsync(user, options.Candidates, cancellationToken);
        var beside = currentItem is not null && GorseIds.Write(currentItem) is { } item ? NeighboursAsync(item, cancellationToken) : Nothing;
        await Task.WhenAll(beside, personal);
        return [.. ((await beside) ?? []).Concat((await personal) ?? []).OfType<GorseScore>().Select(score => GorseIds.Read(score.Id)).OfType<string>()];
    }

    private static Task<List<GorseScore>?> Nothing => Task.FromResult<List<GorseScore>?>(null);

    private async Task<List<GorseScore>?> NeighboursAsync(string item, CancellationToken cancellationToken)
    {
        using var answer = await api.NeighboursAsync(item, options.Candidates, cancellationToken);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound) return null;
        await answer.EnsureSuccessfulAsync();
        return answer.Content;
    }

    /// <summary>Gorse's items followed by the embedded recommender's others.</summary>
    private async ValueTask<RecommendationPage> FillUpAsync(
        RecommendationQuery query, IReadOnlyList<string> ofGorse, CancellationToken cancellationToken)
    {
        if (ofGorse.Count == 0) return await EmbeddedAsync(query, isStandIn: false, cancellationToken);
        var page = embedded.Complete(query, ofGorse);
        return page with { Recommender = page.Items.Any(item => item.Source == RecommendationSource.Gorse) ? Name : embedded.Name };
    }

    private async ValueTask<RecommendationPage> EmbeddedAsync(RecommendationQuery query, bool isStandIn, CancellationToken cancellationToken) =>
        await embedded.RecommendAsync(query, cancellationToken) with { Recommender = embedded.Name, IsStandIn = isStandIn };
}
