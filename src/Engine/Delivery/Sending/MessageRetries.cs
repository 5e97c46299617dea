using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>When a message is tried again that no provider took: soon at first, over more than a day in all.</summary>
internal static class MessageRetries
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(14),
    ];

    /// <param name="attempts">Made so far.</param>
    /// <param name="asked">How long the provider wants to be left alone; it is, though never longer than a day.</param>
    /// <returns>Null when it is given up.</returns>
    public static DateTimeOffset? NextAt(string key, int attempts, TimeSpan? asked, DateTimeOffset now)
    {
        var round = (attempts - 1) / 3;
        if (round >= Pauses.Length) return null;
        var share = 0.8 + (0.4 * (Fnv1a.Hash($"{key}|retry|{attempts}") / (double)uint.MaxValue));
        var pause = Pauses[round] * share;
        if (asked > pause) pause = asked.Value < TimeSpan.FromDays(1) ? asked.Value : TimeSpan.FromDays(1);
        return now + pause;
    }
}
