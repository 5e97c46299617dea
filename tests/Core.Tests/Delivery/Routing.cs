using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Caps;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Core.Tests.Delivery;

/// <summary>A person who can be reached everywhere and agreed to all, at noon of a Wednesday; tests take away what they are about.</summary>
internal static class Routing
{
    /// <summary>Wednesday, 14:00 in Berlin.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Recipient Ada = new("ada", Permissions.All)
    {
        Email = new EmailAddress("ada@shop.example", true),
        Phone = new PhoneNumber("+4915112345678"),
        PushTokens = [new PushToken("token-1", "android", Noon.AddDays(-1))],
        ExplicitZone = "Europe/Berlin",
    };

    public static readonly DeliveryPolicy AtNight = new() { QuietHours = [new QuietWindow(new TimeOnly(22, 0), new TimeOnly(8, 0))] };

    /// <summary>23:00 in Berlin.</summary>
    public static DateTimeOffset Night => Noon.AddHours(9);

    /// <summary>08:00 in Berlin after <see cref="Night"/>.</summary>
    public static DateTimeOffset Morning => Noon.AddHours(18);

    public static Message News(params string[] channels) => new("news-1", channels, Noon) { Topic = "news" };

    public static DeliveryPolicy Capped(int limit, CapWindow? window = null, params string[] channels) => new()
    {
        FrequencyCaps = [new FrequencyCap("few", limit, window ?? CapWindow.Rolling(TimeSpan.FromDays(1))) { Channels = channels.Length == 0 ? null : channels }],
    };

    public static PastSend Sent(string key, double hoursAgo, string channel = "email") => new(Noon.AddHours(-hoursAgo), channel, "news", 50, key);

    public static RoutingDecision Route(this Message message, Recipient? to = null, DeliveryPolicy? policy = null, DateTimeOffset? at = null, params PastSend[] history) =>
        ChannelRouter.Route(message, to ?? Ada, history, policy ?? DeliveryPolicy.Default, at ?? Noon);
}
