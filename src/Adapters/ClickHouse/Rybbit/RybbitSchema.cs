namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>What the table <c>events</c> of this installation has. The first generation knows visitors by one id, the second by two.</summary>
internal sealed class RybbitSchema
{
    public const string Table = "events";

    private static readonly string[] Needed =
    [
        "site_id", "timestamp", "session_id", "user_id", "pathname", "url_parameters", "type", "event_name", "props",
        "language", "country", "device_type", "browser", "operating_system",
    ];

    private readonly Dictionary<string, string> _types;

    /// <param name="types">ClickHouse's type of each column by its name.</param>
    /// <exception cref="InvalidDataException">The table or columns are missing; the message names them.</exception>
    public RybbitSchema(string database, IEnumerable<KeyValuePair<string, string>> types)
    {
        _types = new Dictionary<string, string>(types, StringComparer.Ordinal);
        if (_types.Count == 0) throw new InvalidDataException($"ClickHouse's database {database} has no table {Table} that this user may read: is it Rybbit's?");

        var missing = Needed.Where(column => !_types.ContainsKey(column)).ToList();
        if (missing.Count > 0) throw new InvalidDataException($"{database}.{Table} in ClickHouse lacks the columns {string.Join(", ", missing)}.");
    }

    public int Generation => HasIdentifiedUsers ? 2 : 1;

    public bool HasIdentifiedUsers => _types.ContainsKey("identified_user_id");

    public bool HasMilliseconds => _types.ContainsKey("timestamp_ms");

    public bool HasDatacenters => _types.ContainsKey("is_datacenter_asn");

    /// <summary>Properties as a text that holds JSON, not as ClickHouse's type of that name.</summary>
    public bool HasPropertiesAsText => _types["props"].Contains("String", StringComparison.Ordinal);
}
