using PersonalizationEngine.Core.Delivery.Caps;
using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Delivery;

/// <summary>The workspace's rules about messages to anybody. The default has no cap and no quiet hours.</summary>
public sealed record DeliveryPolicy
{
    public static DeliveryPolicy Default { get; } = new();

    /// <summary>All that apply to a message must have a send left.</summary>
    public IReadOnlyList<FrequencyCap> FrequencyCaps { get; init; } = [];

    /// <summary>It is quiet in any of them.</summary>
    public IReadOnlyList<QuietWindow> QuietHours { get; init; } = [];

    /// <summary>Channels that disturb nobody at night. Default: the website.</summary>
    public IReadOnlyList<string> QuietHoursExempt { get; init; } = [Profiles.Channels.Website];

    /// <summary>The order among channels that nothing personal tells apart; empty leaves it to each message.</summary>
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];

    /// <summary>A device not seen for longer is taken for gone. Default 60 days; null never.</summary>
    public TimeSpan? PushTokenMaxAge { get; init; } = TimeSpan.FromDays(60);

    /// <summary>Whether an address needs to be verified; one of which nothing is known is not. Default false.</summary>
    public bool RequireVerifiedEmail { get; init; }

    /// <summary>IANA zone, for people of whom none is known and messages that bring none. Null or unknown is UTC.</summary>
    public string? WorkspaceZone { get; init; }

    /// <summary>On which day a calendar week begins. Default: Monday.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;
}
