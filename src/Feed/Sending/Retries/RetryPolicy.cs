using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Feed.Sending.Retries;

/// <summary>
/// When a batch is sent again: after connection errors, 408, 429 and 5xx, each time after about twice the wait before, at
/// most <paramref name="Longest"/>. The wait is spread over its upper half by the batch's id, so that batches which failed
/// together do not return together.
/// </summary>
/// <param name="Attempts">How often a batch is sent in all, 1 or more.</param>
/// <param name="AttemptsBeforeFirstAnswer">The same as long as the engine never answered: then the address may be wrong.</param>
internal sealed record RetryPolicy(TimeSpan First, TimeSpan Longest, int Attempts = 8, int AttemptsBeforeFirstAnswer = 3)
{
    public static RetryPolicy Default { get; } = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(15));

    /// <summary>A wait asked for beyond this ends the run instead: the state file lets it go on later.</summary>
    public static readonly TimeSpan LongestObeyed = TimeSpan.FromMinutes(10);

    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    /// <param name="attempt">The attempt that failed, counted from 1.</param>
    /// <param name="retryAfter">What the engine asked for; it is the least wait.</param>
    public TimeSpan WaitAfter(int attempt, string batchId, TimeSpan? retryAfter)
    {
        var full = Math.Min(First.TotalMilliseconds * Math.Pow(2, attempt - 1), Longest.TotalMilliseconds);
        var wait = TimeSpan.FromMilliseconds(full * (0.5 + (0.5 * Spread(batchId, attempt))));
        return retryAfter > wait ? retryAfter.Value : wait;
    }

    private static double Spread(string batchId, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{batchId}/{attempt}"));
        return BitConverter.ToUInt32(hash) / (double)uint.MaxValue;
    }
}
