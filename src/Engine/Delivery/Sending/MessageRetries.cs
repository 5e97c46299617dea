using PersonalizationEngine.Core.Delivery.Retrying;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>
/// When a message is tried again that no provider took: soon at first, for most troubles pass within minutes, and over more than
/// a day in all.
/// </summary>
internal static class MessageRetries
{
    /// <summary>How often a provider is asked before a message waits its turn among all others.</summary>
    public const int AttemptsInARow = 3;

    private static readonly RetrySchedule Rounds = new(
    [
        TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(15),
    ]);

    /// <summary>When a provider is asked that was left alone; not all at once, for the first ones tell whether it is back.</summary>
    /// <param name="rest">How long it is left alone at most; null when that is not known.</param>
    public static DateTimeOffset AfterRest(string key, TimeSpan? rest, DateTimeOffset now) =>
        now + ((rest ?? TimeSpan.FromSeconds(10)) * (1 + (Fnv1a.Hash(key) / (double)uint.MaxValue)));

    /// <param name="attempts">Made so far.</param>
    /// <param name="asked">How long the provider wants to be left alone.</param>
    /// <returns>Null when it is given up.</returns>
    public static DateTimeOffset? NextAt(string key, int attempts, TimeSpan? asked, DateTimeOffset now)
    {
        var rounds = Math.Max(1, (attempts + AttemptsInARow - 1) / AttemptsInARow);
        return Rounds.DelayAfter(rounds, key, asked) is { } delay ? now + delay : null;
    }
}
