using System.Threading.RateLimiting;

namespace PersonalizationEngine.Functions.Access;

/// <summary>How often one address may ask on one site, in this process: evenly over the minute, with a sixth of it at once.</summary>
public sealed class RequestRates : IDisposable
{
    private const int SecondsPerMinute = 60, Bursts = 6;

    private readonly PartitionedRateLimiter<(string Site, string Address)> _limiter;

    internal RequestRates(AccessRules rules)
    {
        // A bucket fills by whole tokens: where fewer than one a second are allowed, more rarely.
        var perRefill = Math.Max(1, rules.RequestsPerMinute / SecondsPerMinute);
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(perRefill, rules.RequestsPerMinute / Bursts),
            TokensPerPeriod = perRefill,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)SecondsPerMinute * perRefill / rules.RequestsPerMinute),
            AutoReplenishment = false,
            QueueLimit = 0,
        };
        _limiter = PartitionedRateLimiter.Create<(string, string), (string, string)>(
            caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => options));
    }

    /// <returns>Null when the request may pass, or how long to wait.</returns>
    internal TimeSpan? WhyWait(string site, string address)
    {
        using var lease = _limiter.AttemptAcquire((site, address));
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    public void Dispose() => _limiter.Dispose();
}
