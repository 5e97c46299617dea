using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Core.Profiles.Factors;

namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>
/// 64 bits in the place of a visitor's behaviour, so that who did nothing new is recognised without reading everything back.
/// When it was counted is left out: counting the same again changes nothing.
/// </summary>
public static class BehaviourFingerprint
{
    private const int Numbers = 17, TextLimit = 256;

    public static long Of(WebBehaviour behaviour)
    {
        Span<byte> bytes = stackalloc byte[(Numbers * sizeof(long)) + (2 * TextLimit)];
        var session = behaviour.LastSession;
        ReadOnlySpan<long> numbers =
        [
            behaviour.PageViews.Count, At(behaviour.PageViews.LatestAt),
            behaviour.FormSubmissions.Count, At(behaviour.FormSubmissions.LatestAt),
            behaviour.PricingPageVisits.Count, At(behaviour.PricingPageVisits.LatestAt),
            behaviour.DemoRequests.Count, At(behaviour.DemoRequests.LatestAt),
            behaviour.TimedSessions, behaviour.TimeOnSite.Ticks, At(behaviour.LastTimedAt),
            behaviour.Visits, At(behaviour.LastVisitAt),
            At(session?.Start), At(session?.End), session is { HasDemoRequest: true } ? 1 : 0, session?.Site.Length ?? -1,
        ];
        for (var i = 0; i < Numbers; i++) BinaryPrimitives.WriteInt64LittleEndian(bytes[(i * sizeof(long))..], numbers[i]);
        var size = Numbers * sizeof(long);
        size += Write(session?.Site, bytes.Slice(size, TextLimit));
        size += Write(session?.Session, bytes.Slice(size, TextLimit));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..size], hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    private static long At(DateTimeOffset? instant) => instant?.UtcTicks ?? -1;

    /// <summary>The store holds 64 characters of each.</summary>
    private static int Write(string? text, Span<byte> bytes)
    {
        Encoding.UTF8.TryGetBytes(text.AsSpan()[..Math.Min(text?.Length ?? 0, 64)], bytes, out var written);
        return written;
    }
}
