using Microsoft.Extensions.Configuration;

namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary>
/// The systems the engine is connected to; what is null is done by what is built in. All of them come from environment
/// variables (or Azure's app settings), never from the file, because they hold secrets.
/// </summary>
/// <param name="Store">Of the engine's own tables.</param>
/// <param name="Cdp">Of the customer data platform.</param>
/// <param name="EmailWebhooks">Who sends emails; the later ones stand in for the earlier ones.</param>
/// <param name="SmsWebhooks">Likewise for SMS.</param>
internal sealed record ConnectionSettings(
    ClickHouseUrl? ClickHouse, MySqlUrl? Cdp, MySqlUrl? Store, RedisUrl? Redis, Uri? Gorse, string? GorseApiKey,
    IReadOnlyList<Uri> EmailWebhooks, IReadOnlyList<Uri> SmsWebhooks)
{
    public SmtpUrl? Smtp { get; init; }

    public FcmCredentials? Fcm { get; init; }

    /// <summary>Where FCM is; null for Google's own.</summary>
    public Uri? FcmAddress { get; init; }

    /// <summary>Who signs in to Azure, where an address says <c>auth=entra</c>; null for the identity that the system assigns.</summary>
    public string? EntraClientId { get; init; }

    public const string HttpAccepted = "must be an address that starts with http:// or https://",
        HttpListAccepted = "must be an address that starts with http:// or https://, or several separated by spaces";

    /// <exception cref="InvalidSettingsException">A variable cannot be used; its value is never in the message.</exception>
    public static ConnectionSettings Read(IConfiguration configuration)
    {
        var faults = new List<string>();
        var cdp = Get("MYSQL_URL", MySqlUrl.Parse, MySqlUrl.Accepted);
        var settings = new ConnectionSettings(
            Get("CLICKHOUSE_URL", ClickHouseUrl.Parse, ClickHouseUrl.Accepted),
            cdp,
            Get("ENGINE_MYSQL_URL", MySqlUrl.Parse, MySqlUrl.Accepted) ?? cdp,
            Get("REDIS_URL", RedisUrl.Parse, RedisUrl.Accepted),
            Get("GORSE_URL", Http, HttpAccepted),
            configuration["GORSE_API_KEY"] is { Length: > 0 } key ? key : null,
            Get("EMAIL_WEBHOOK_URL", HttpList, HttpListAccepted) ?? [],
            Get("SMS_WEBHOOK_URL", HttpList, HttpListAccepted) ?? [])
        {
            Smtp = Get("SMTP_URL", text => SmtpUrl.Parse(text, configuration["SMTP_FROM"] ?? ""), SmtpUrl.Accepted),
            Fcm = Get("FCM_CREDENTIALS", FcmCredentials.Read, FcmCredentials.Accepted),
            EntraClientId = configuration["AZURE_CLIENT_ID"] is { Length: > 0 } client ? client : null,
            FcmAddress = Get("FCM_URL", Http, HttpAccepted),
        };
        return faults.Count == 0 ? settings : throw new InvalidSettingsException(faults);

        T? Get<T>(string name, Func<string, T?> parse, string accepted)
            where T : class
        {
            if (string.IsNullOrWhiteSpace(configuration[name])) return null;
            var value = parse(configuration[name]!);
            if (value is null) faults.Add($"{name}: {accepted}");
            return value;
        }
    }

    private static IReadOnlyList<Uri>? HttpList(string text)
    {
        var addresses = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Http).ToList();
        return addresses.Contains(null) ? null : addresses.OfType<Uri>().ToList();
    }

    private static Uri? Http(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri : null;
}
