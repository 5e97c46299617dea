using PersonalizationEngine.Engine.Delivery.Providers;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>channels</c>: how the providers of email, SMS and push are asked.</summary>
internal static class ChannelSettings
{
    public static ChannelOptions Read(SettingsReader reader)
    {
        var defaults = ChannelOptions.Default;
        return new ChannelOptions(
            reader.Seconds("channels:timeout_seconds", defaults.Timeout, 1, 120),
            reader.Integer("channels:concurrency", defaults.Concurrency, 1, 1000, "messages"));
    }
}
