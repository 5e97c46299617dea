using System.Globalization;
using StackExchange.Redis;

namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary><c>redis://[user:password@]host:6379[/database]</c>, <c>rediss://…</c> over TLS.</summary>
internal static class RedisUrl
{
    public const string Accepted = "must be redis://[user:password@]host[:6379][/0], or rediss:// for TLS";

    private const int DefaultPort = 6379, DefaultTlsPort = 6380;

    /// <returns>Null when it is not of the accepted form.</returns>
    public static ConfigurationOptions? Parse(string text)
    {
        if (ServerUrl.Parse(text, "redis", "rediss") is not { } url) return null;
        var database = 0;
        if (url.Path.Length > 0 && (!int.TryParse(url.Path, NumberStyles.None, CultureInfo.InvariantCulture, out database) || database > 15)) return null;
        var isSecure = url.Scheme == "rediss";
        var options = new ConfigurationOptions
        {
            Ssl = isSecure,
            // redis://:password@host has no user; Redis then means its default one.
            User = url.User,
            Password = url.Password,
            DefaultDatabase = database,
        };
        options.EndPoints.Add(url.Host, url.Port ?? (isSecure ? DefaultTlsPort : DefaultPort));
        return options;
    }
}
