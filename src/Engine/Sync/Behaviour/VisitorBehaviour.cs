using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;

namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>One visitor as the web analytics system knows them.</summary>
/// <param name="VisitorId">The id they were named by, or else the device's.</param>
/// <param name="FirstSeenAt">Their first activity that was read; not of all time.</param>
/// <param name="Country">ISO 3166 alpha-2 of the latest activity; null when unknown.</param>
/// <param name="Language">BCP 47 of the latest activity; null when unknown.</param>
/// <param name="Campaign">utm parameters of the latest activity that had any, without their prefix.</param>
/// <param name="Device">Type, browser and operating system of the latest activity, under the names webhooks give them.</param>
public sealed record VisitorBehaviour(
    string VisitorId,
    bool IsIdentified,
    WebBehaviour Behaviour,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt,
    string? Country,
    string? Language,
    AttributeMap Campaign,
    AttributeMap Device);
