using Microsoft.Extensions.Configuration;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Every setting there is; the page on settings and the sample of local settings are held to it.</summary>
internal static class SettingsCatalogue
{
    private const string Host = "EmbeddedHost", Webhooks = "Engine/Ingestion", Telemetry = "Functions/Hosting/Telemetry",
        Delivery = "Adapters/Webhooks";

    /// <summary>Environment variables, or app settings on Azure.</summary>
    public static IReadOnlyList<SettingDescription> Environment { get; } =
    [
        new("SERVER_HOST", "127.0.0.1", "", "an IP address or localhost", Host),
        new("SERVER_PORT", "7071", "", "0 (any free one) to 65535", Host),
        new("DATA_DIR", "data", "", "a folder", "Adapters/Sqlite, Adapters/Files, EmbeddedHost"),
        new("HOST_DEFAULT_KEY", "made at the first start", "", "any text", Host),
        new("HOST_MASTER_KEY", "made at the first start", "", "any text", Host),
        new("EDITOR_KEYS", "none: all changes are by _master", "", "names with keys of 16 characters or more, as in anna:KEY or ben/viewer:KEY (viewer, editor or admin; editor unless told), separated by spaces", "Engine/Administration"),
        new("LOG_LEVEL", "Warning", "", "Trace, Debug, Information, Warning, Error, Critical, None", Host),
        new("PERSONALIZATION_CONFIG", "config/personalization.yaml", "", "a file", "Functions/Settings"),
        new("WEBHOOK_SECRETS", "made at the first start", "", "whsec_ or whpk_ keys, separated by spaces", Webhooks),
        new("WEBHOOK_TOKENS", "made at the first start", "", "bearer tokens, separated by spaces", Webhooks),
        new("DECISION_KEY", "made at the first start", "", "base64 of 32 bytes or more; the same on all instances", "Core/Decisions"),
        new("PERSON_TOKEN_SECRETS", "derived from DECISION_KEY", "", "texts of 32 characters or more, separated by spaces; the first signs, each may have signed", "Functions/Access"),
        new("PRIVACY_KEY", "DECISION_KEY", "", "base64 of 32 bytes or more; the same on all instances, for as long as erased people shall stay out", "Engine/Privacy"),
        new("CLICKHOUSE_URL", "none: behaviour comes by webhook", "", Plain(ClickHouseUrl.Accepted), "Adapters/ClickHouse"),
        new("MYSQL_URL", "none: customers come by webhook", "", Plain(MySqlUrl.Accepted), "Adapters/Cdp"),
        new("ENGINE_MYSQL_URL", "MYSQL_URL; SQLite in DATA_DIR without either", "", Plain(MySqlUrl.Accepted), "Adapters/MySql"),
        new("REDIS_URL", "none: each process caches for itself", "", Plain(RedisUrl.Accepted), "Adapters/Redis"),
        new("AZURE_CLIENT_ID", "the system-assigned identity", "", "the client id of a managed identity; used with auth=entra alone", "Adapters/Entra"),
        new("GORSE_URL", "none: the embedded recommender", "", Plain(ConnectionSettings.HttpAccepted), "Adapters/Gorse"),
        new("GORSE_API_KEY", "none", "", "any text", "Adapters/Gorse"),
        new("EMAIL_WEBHOOK_URL", "none", "", Plain(ConnectionSettings.HttpListAccepted), Delivery),
        new("SMS_WEBHOOK_URL", "none", "", Plain(ConnectionSettings.HttpListAccepted), Delivery),
        new("DELIVERY_WEBHOOK_SECRETS", "the first whsec_ key of WEBHOOK_SECRETS", "", "whsec_ keys, separated by spaces; each signs", Delivery),
        new("SMTP_URL", "none", "", Plain(SmtpUrl.Accepted), "Adapters/Smtp"),
        new("SMTP_FROM", "none; needed with SMTP_URL", "", "a sender, as in Shop <hello@example.com>", "Adapters/Smtp"),
        new("FCM_CREDENTIALS", "none", "", Plain(FcmCredentials.Accepted), "Adapters/Fcm"),
        new("FCM_URL", "https://fcm.googleapis.com/", "", Plain(ConnectionSettings.HttpAccepted), "Adapters/Fcm"),
        new("PUBLIC_URL", "none: messages have no links of ours", "", "where people reach the engine, as in https://mail.example.com", "Engine/Delivery/Links"),
        new("METRICS_ENDPOINT", "true", "", "true or false: whether GET /metrics is there, behind a key", Host),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "none", "", "an address", Telemetry),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc", "", "grpc or http/protobuf", Telemetry),
        new("OTEL_EXPORTER_OTLP_HEADERS", "none", "", "NAME=VALUE, separated by commas", Telemetry),
        new("APPLICATIONINSIGHTS_CONNECTION_STRING", "none", "", "InstrumentationKey=…;IngestionEndpoint=…", Telemetry),
        new("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "none: the connection string is enough", "", "Authorization=AAD, with ClientId=… for a user-assigned identity", Telemetry),
    ];

    /// <summary>What stands in <c>config/personalization.yaml</c>.</summary>
    public static IReadOnlyList<SettingDescription> File()
    {
        var reader = new SettingsReader(new ConfigurationBuilder().Build());
        _ = EngineSettings.Read(reader);
        return reader.Descriptions;
    }

    private static string Plain(string accepted) => accepted.Replace("must be ", "", StringComparison.Ordinal);
}
