using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Delivery.Providers;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Sections <c>channels</c>, how the providers of email, SMS and push are asked, and <c>endpoints</c>, how customers' webhooks are.</summary>
internal static class ChannelSettings
{
    public static ChannelOptions Read(SettingsReader reader)
    {
        var defaults = ChannelOptions.Default;
        return new ChannelOptions(
            reader.Seconds("channels:timeout_seconds", defaults.Timeout, 1, 120),
            reader.Integer("channels:concurrency", defaults.Concurrency, 1, 1000, "messages"));
    }

    public static EndpointOptions ReadEndpoints(SettingsReader reader)
    {
        var defaults = EndpointOptions.Default;
        return new EndpointOptions(
            reader.Seconds("endpoints:timeout_seconds", defaults.Timeout, 1, 60),
            reader.Days("endpoints:disable_after_days", defaults.DisableAfter, 1, 30))
        {
            AllowsPrivate = reader.Flag("endpoints:allow_private_addresses", defaults.AllowsPrivate),
        };
    }
}
