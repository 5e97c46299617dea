using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Engine.Privacy;

/// <summary>
/// Erases people nobody has heard of for as long as the policy says, many at a time. They leave no tombstone: who comes back is
/// somebody new. Whom the CDP lists stays, because it would only bring them again; it tells when they are to go.
/// </summary>
public sealed class EraseInactivePeople(IPersonalData data, ErasePeople erase, RetentionPolicy policy, TimeProvider time)
{
    private const int AtOnce = 200, MostARun = 20_000;

    /// <returns>How many were erased.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (policy.InactivePeople <= TimeSpan.Zero) return 0;
        var (erased, after) = (0, "");
        while (erased < MostARun)
        {
            var people = await data.InactiveAsync(time.GetUtcNow() - policy.InactivePeople, after, AtOnce, cancellationToken);
            if (people.Count == 0) break;
            await erase.RunInactiveAsync(people, cancellationToken);
            erased += people.Count;
            after = people[^1];
        }

        return erased;
    }
}
