using System.Text;

namespace PersonalizationEngine.ClickHouseServer;

/// <summary>A query as the HTTP interface takes it.</summary>
/// <param name="Sql">The statement; the data of an insert follows it after a line end.</param>
/// <param name="Settings">All parameters of the URL that mean nothing else.</param>
internal sealed record QueryRequest(
    byte[] Sql,
    string Format,
    string? Database,
    IReadOnlyList<KeyValuePair<string, string>> Parameters,
    IReadOnlyList<KeyValuePair<string, string>> Settings)
{
    private const string ParameterPrefix = "param_";

    /// <summary>What the URL says to the interface and not to the query. Sessions are not kept: nothing of ours needs one.</summary>
    private static readonly HashSet<string> OfTheInterface = new(StringComparer.Ordinal)
    {
        "query", "database", "default_format", "user", "password", "session_id", "session_timeout", "session_check", "query_id",
        "enable_http_compression", "compress", "decompress", "buffer_size", "wait_end_of_query", "quota_key", "role", "stacktrace",
    };

    public static async Task<QueryRequest> ReadAsync(HttpRequest request)
    {
        var fields = request.Query.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())).ToList();
        var data = Array.Empty<byte>();
        // A form of the other kind is what command-line clients call a body; to ClickHouse it is a query.
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
        {
            var form = await request.ReadFormAsync();
            fields.AddRange(form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
        }
        else
        {
            data = await ReadBodyAsync(request);
        }

        var query = Encoding.UTF8.GetBytes(fields.FirstOrDefault(field => field.Key == "query").Value ?? "");
        byte[] sql = query.Length == 0 ? data : data.Length == 0 ? query : [.. query, (byte)'\n', .. data];
        return new QueryRequest(
            sql,
            Value("default_format") ?? (request.Headers["X-ClickHouse-Format"].ToString() is { Length: > 0 } format ? format : "TabSeparated"),
            Value("database") ?? (request.Headers["X-ClickHouse-Database"].ToString() is { Length: > 0 } database ? database : null),
            [.. fields.Where(IsParameter).Select(field => KeyValuePair.Create(field.Key[ParameterPrefix.Length..], field.Value))],
            [.. fields.Where(field => !IsParameter(field) && !OfTheInterface.Contains(field.Key))]);

        string? Value(string name) => fields.FirstOrDefault(field => field.Key == name).Value;
    }

    private static bool IsParameter(KeyValuePair<string, string> field) => field.Key.StartsWith(ParameterPrefix, StringComparison.Ordinal);

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        if (request.Headers.ContentEncoding == "gzip")
        {
            await using var plain = new System.IO.Compression.GZipStream(request.Body, System.IO.Compression.CompressionMode.Decompress);
            await plain.CopyToAsync(body);
        }
        else
        {
            await request.Body.CopyToAsync(body);
        }

        return body.ToArray();
    }
}
