using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Core.Delivery.Campaigns;

/// <summary>A message that a marketer sends to everybody a condition holds for.</summary>
/// <param name="Template">Key of the template with its words.</param>
/// <param name="Document">As it was sent.</param>
public sealed record Campaign(long Id, string Name, string Template, ConditionSource Audience, JsonElement Document)
{
    /// <summary>Default and least priority as with <see cref="Message.Priority"/>.</summary>
    public const int DefaultPriority = 50;

    public static readonly TimeSpan DefaultTimeToLive = TimeSpan.FromHours(72);

    public string? Description { get; init; }

    /// <summary>Its channels, the first choice first; empty for all that the template has words for.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Null for that of the template.</summary>
    public string? Topic { get; init; }

    public int Priority { get; init; } = DefaultPriority;

    public bool IsCritical { get; init; }

    /// <summary>Null for when it is sent by hand.</summary>
    public CampaignSchedule? Schedule { get; init; }

    /// <summary>How long a message waits for its hour before it is stale; 1 hour to 30 days.</summary>
    public TimeSpan TimeToLive { get; init; } = DefaultTimeToLive;

    public QuietPolicy QuietPolicy { get; init; }

    public CapPolicy CapPolicy { get; init; }

    public bool CountsTowardCaps { get; init; } = true;

    /// <summary>IANA zone, for people of whom none is known.</summary>
    public string? Zone { get; init; }

    /// <summary>What the template can call <c>data</c>.</summary>
    public AttributeMap Data { get; init; } = AttributeMap.Empty;

    /// <summary>The share of the audience who do not get it, to tell what it is worth; 0 to 0.5.</summary>
    public double Holdout { get; init; }
}
