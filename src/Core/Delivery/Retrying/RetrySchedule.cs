using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Delivery.Retrying;

/// <summary>
/// When a send that failed is tried again. The delays are those that Svix publishes for its webhooks: seven more attempts over
/// 27.6 hours. Each is moved by up to a tenth either way, by a hash of the send, so that what failed together does not come
/// back together; at the least they span 24.8 hours.
/// </summary>
/// <param name="Delays">After the first attempt, the second, and so on; each above zero.</param>
public sealed record RetrySchedule(IReadOnlyList<TimeSpan> Delays)
{
    /// <summary>Of each delay, either way.</summary>
    private const double Jitter = 0.1;

    public static RetrySchedule Default { get; } = new(
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(10),
    ]);

    /// <summary>24 hours: no answer may park a send for longer.</summary>
    public static TimeSpan MostAskedFor { get; } = TimeSpan.FromHours(24);

    /// <param name="attempts">Attempts made so far, from 1.</param>
    /// <param name="seed">The send's own text, as the message's key: the same gives the same delay.</param>
    /// <param name="retryAfter">
    /// What the provider asked to wait. Never less is waited, except that <see cref="MostAskedFor"/> is the most; a negative one is
    /// ignored.
    /// </param>
    /// <returns>From the end of the last attempt on; null when there is none left.</returns>
    public TimeSpan? DelayAfter(int attempts, string seed, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts > Delays.Count) return null;
        var chance = (new SplitMix64(((long)Fnv1a.Hash(seed) << 32) | (uint)attempts).Next() >> 11) * (1.0 / (1UL << 53));
        var own = Delays[attempts - 1] * (1 - Jitter + (2 * Jitter * chance));
        if (retryAfter is not { } asked || asked <= TimeSpan.Zero) return own;
        // Everybody was asked to wait for the same: only later is polite.
        var polite = (asked < MostAskedFor ? asked : MostAskedFor) * (1 + (Jitter * chance));
        return own > polite ? own : polite;
    }
}
