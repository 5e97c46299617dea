namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary>
/// <c>clickhouse://user:password@host:9000/database</c> or <c>http(s)://…</c>. The driver speaks HTTP: a native port is taken
/// for the HTTP port that ClickHouse opens beside it.
/// </summary>
/// <param name="Address">Scheme, host and HTTP port.</param>
/// <param name="MappedFrom">The native port that stood in the setting; null when none did.</param>
internal sealed record ClickHouseUrl(Uri Address, string Database, string User, string Password, int? MappedFrom)
{
    public const string Accepted = "must be clickhouse://user:password@host[:9000]/database or http(s)://user:password@host[:8123]/database";

    private const string RybbitsDatabase = "analytics", DefaultUser = "default";
    private const int Http = 8123, Https = 8443, Native = 9000, NativeTls = 9440;

    /// <returns>Null when it is not of an accepted form.</returns>
    public static ClickHouseUrl? Parse(string text)
    {
        if (ServerUrl.Parse(text, "clickhouse", "http", "https") is not { } url || url.Path.Contains('/', StringComparison.Ordinal)) return null;
        var isNative = url.Scheme == "clickhouse" && url.Port is Native or NativeTls;
        var isSecure = url.Scheme == "https" || (isNative && url.Port == NativeTls);
        var port = isNative || url.Port is null ? (isSecure ? Https : Http) : url.Port.Value;
        return new ClickHouseUrl(
            new UriBuilder(isSecure ? "https" : "http", url.Host, port).Uri,
            url.Path.Length > 0 ? url.Path : RybbitsDatabase, url.User ?? DefaultUser, url.Password ?? "", isNative ? url.Port : null);
    }
}
