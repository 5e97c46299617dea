using System.Net.Http.Headers;

namespace PersonalizationEngine.Engine.Delivery.Posting;

/// <summary>The header in both of its forms: seconds, or an instant.</summary>
public static class RetryAfter
{
    /// <summary>Whoever asks for longer gets no more than this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <returns>0 to a day; null when nothing usable is said.</returns>
    public static TimeSpan? Of(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        if (wait is not { } known) return null;
        return known < TimeSpan.Zero ? TimeSpan.Zero : known > Longest ? Longest : known;
    }
}
