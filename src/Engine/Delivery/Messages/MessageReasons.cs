using System.Collections.Frozen;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Engine.Delivery.Digests;

namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>Why messages are held, suppressed or dead, as far as the words are ours; a provider may add words of its own.</summary>
public static class MessageReasons
{
    /// <summary>What the engine finds, before and after a provider is asked.</summary>
    private static readonly string[] OfTheEngine =
        ["template_missing", "template_fault", "person_gone", GatherDigests.InDigest, "no_provider", "provider_slow", "run_held", "resting", "gave_up"];

    /// <summary>What adapters make of a provider's answer, or of none.</summary>
    private static readonly string[] OfProviders =
    [
        "cut_off", "deferred", "failed", "gone", "in_progress", "invalid_address", "invalid_header", "name_unknown", "not_allowed", "not_connected",
        "not_found", "not_secure", "other_sender", "private_address", "rate_limited", "redirected", "refused", "timed_out", "unregistered",
        "unsubscribed", "unsupported_address",
    ];

    public static FrozenSet<string> All { get; } =
        Enum.GetValues<RoutingReason>().Select(reason => reason.Name()).Concat(OfTheEngine).Concat(OfProviders).ToFrozenSet(StringComparer.Ordinal);
}
