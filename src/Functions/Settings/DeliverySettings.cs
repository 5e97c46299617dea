using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Digests;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>delivery</c>: how often, when and by which channel people are written to.</summary>
internal sealed record DeliverySettings(DeliveryPolicy Policy, DeliveryOptions Options, TopicDigests Digests)
{
    private const string ZoneKey = "delivery:timezone", OrderKey = "delivery:fallback_order", WeekKey = "delivery:week_start";

    public static DeliverySettings Read(SettingsReader reader)
    {
        var (policy, options) = (DeliveryPolicy.Default, DeliveryOptions.Default);
        return new DeliverySettings(
            new DeliveryPolicy
            {
                WorkspaceZone = ReadZone(reader),
                QuietHours = QuietHoursSettings.Read(reader),
                FrequencyCaps = FrequencyCapSettings.Read(reader),
                FallbackOrder = ReadOrder(reader),
                PushTokenMaxAge = reader.Days("delivery:push_token_days", policy.PushTokenMaxAge!.Value, 1, 3650),
                RequireVerifiedEmail = reader.Flag("delivery:require_verified_email", policy.RequireVerifiedEmail),
                WeekStart = ReadWeekStart(reader),
            },
            new DeliveryOptions
            {
                TimeToLive = TimeSpan.FromHours((double)reader.Decimal("delivery:time_to_live_hours", (decimal)options.TimeToLive.TotalHours, 1, 720)),
                ParallelSends = reader.Integer("delivery:parallel_sends", options.ParallelSends, 1, 256, "messages"),
                ParallelChunks = reader.Integer("delivery:parallel_chunks", options.ParallelChunks, 1, 64, "parts of an audience"),
            },
            DigestSettings.Read(reader));
    }

    private static string? ReadZone(SettingsReader reader)
    {
        reader.Describe(ZoneKey, "UTC", "", "an IANA zone, as Europe/Berlin");
        var zone = reader.Text(ZoneKey);
        if (zone is not null && !RecipientZones.IsZone(zone)) reader.Fault(ZoneKey, $"must be an IANA zone, as Europe/Berlin, not \"{zone}\"");
        return zone;
    }

    private static IReadOnlyList<string> ReadOrder(SettingsReader reader)
    {
        reader.Describe(OrderKey, "none: as each template or campaign lists them", "", $"a list of {string.Join(", ", Channels.All)}");
        var order = reader.Texts(OrderKey) ?? [];
        if (!order.All(channel => Channels.All.Contains(channel))) reader.Fault(OrderKey, $"must hold none but {string.Join(", ", Channels.All)}");
        return order;
    }

    private static DayOfWeek ReadWeekStart(SettingsReader reader)
    {
        reader.Describe(WeekKey, "monday", "", "a day of the week, in English");
        if (reader.Text(WeekKey) is not { } text) return DeliveryPolicy.Default.WeekStart;
        if (Weekdays.Read(text) is { } day) return day;
        reader.Fault(WeekKey, $"must be a day of the week in English, not \"{text}\"");
        return DeliveryPolicy.Default.WeekStart;
    }
}
