using System.Collections.ObjectModel;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Delivery.Suppressions;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Core.Delivery;

/// <summary>All that the router asks about a person.</summary>
/// <param name="PersonId">Of the one the ids were joined to.</param>
/// <param name="Permissions">What may be done; each addressed channel needs its own.</param>
public sealed record Recipient(string PersonId, Permissions Permissions)
{
    /// <summary>Topic to what was chosen about it; a topic never chosen about is allowed.</summary>
    public IReadOnlyDictionary<string, TopicChoice> TopicChoices { get; init; } = ReadOnlyDictionary<string, TopicChoice>.Empty;

    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    public EmailAddress? Email { get; init; }

    public PhoneNumber? Phone { get; init; }

    public IReadOnlyList<PushToken> PushTokens { get; init; } = [];

    /// <summary>One of <see cref="Profiles.Channels.All"/>; null or anything else prefers none.</summary>
    public string? PreferredChannel { get; init; }

    /// <summary>Channel to how the person responded to it.</summary>
    public IReadOnlyDictionary<string, ChannelResponse> Responses { get; init; } = ReadOnlyDictionary<string, ChannelResponse>.Empty;

    /// <summary>IANA zone that the person or the CDP stated.</summary>
    public string? ExplicitZone { get; init; }

    /// <summary>IANA zone of where they were last seen.</summary>
    public string? GeoZone { get; init; }

    /// <summary>ISO 3166 alpha-2, in any case.</summary>
    public string? Country { get; init; }
}
