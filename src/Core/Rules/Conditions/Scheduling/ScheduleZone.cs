using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Scheduling;

/// <summary>Whose clock a schedule goes by.</summary>
/// <param name="Fixed">The zone, or the one for visitors whose own is unknown.</param>
/// <param name="IsVisitors">Each visitor's own, where it is known.</param>
internal sealed record ScheduleZone(TimeZoneInfo Fixed, bool IsVisitors)
{
    public const string Visitors = "visitor";

    private const string Attribute = "timezone";

    public TimeZoneInfo Of(in AttributeValue person) =>
        IsVisitors && person.Map[Attribute] is { Kind: AttributeKind.Text } own && Find(own.Text) is { } zone ? zone : Fixed;

    /// <summary>Null for what is no IANA zone.</summary>
    public static TimeZoneInfo? Find(string id)
    {
        if (id is "UTC") return TimeZoneInfo.Utc;
        // Other names would mean what the machine's own tables say, if anything.
        return id.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
    }
}
