using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Gorse.Privacy;

/// <summary>What Gorse was told of people: a row with labels, and interests.</summary>
internal sealed class GorsePeople(IGorseApi api, IGorse gorse, OutsideSystems systems, GorseOptions options) : IPersonalPlace
{
    private readonly OutsideSystem _system = systems.Get(
        GorseRecommender.SystemName, OutsideSystemOptions.Default with { Budget = options.Budget, Break = options.Break });

    public string Name => GorseRecommender.SystemName;

    public async Task<IReadOnlyList<HeldElsewhere>?> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var held = new List<HeldElsewhere>();
        try
        {
            foreach (var id in ids)
            {
                if (GorseIds.Write(id) is not { } user) continue;
                if (await AskAsync(token => api.UserAsync(user, token), cancellationToken) is { } row) held.Add(new HeldElsewhere("user", id, row));
                if (await AskAsync(token => api.FeedbackOfAsync(user, token), cancellationToken) is { } feedback && feedback.Trim() is not ("[]" or "null"))
                    held.Add(new HeldElsewhere("feedback", id, feedback));
            }

            return held;
        }
        catch (OutsideSystemException)
        {
            return null;
        }
    }

    public async Task<bool> ForgetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            await gorse.DeleteUsersAsync(ids, cancellationToken);
            return true;
        }
        catch (OutsideSystemException)
        {
            return false;
        }
    }

    /// <returns>Null when there is none.</returns>
    private Task<string?> AskAsync(Func<CancellationToken, Task<Refit.ApiResponse<string>>> ask, CancellationToken cancellationToken) => _system.CallAsync(
        async token =>
        {
            using var answer = await ask(token);
            if (answer.StatusCode == System.Net.HttpStatusCode.NotFound) return null;
            await answer.EnsureSuccessfulAsync();
            return answer.Content;
        },
        options.WriteBudget,
        cancellationToken);
}
