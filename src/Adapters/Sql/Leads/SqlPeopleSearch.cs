using System.Globalization;
using Dapper;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Leads;

/// <summary>Reads a range of an index for each kind of text and each way it may be written.</summary>
internal sealed class SqlPeopleSearch(SqlDatabase database) : IPeopleSearch
{
    /// <summary>Behind everything that begins with a text stands the text with the last character there is.</summary>
    private const string Last = "\U0010FFFF";

    public Task<IReadOnlyList<string>> BeginningWithAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (text.Length == 0) return Task.FromResult<IReadOnlyList<string>>([]);
        var parameters = new DynamicParameters(new { limit });
        var parts = new List<string> { Range("identities", "identity", text, "i") };
        foreach (var (place, written) in WaysOf(text).Index())
        {
            parts.Add(Range("people", "email", written, $"e{place}"));
            parts.Add(Range("people", "name", written, $"n{place}"));
        }

        var sql = string.Join(" union ", parts);
        return database.ReadAsync<IReadOnlyList<string>>(
            async (connection, token) => [.. await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: token))],
            cancellationToken);

        string Range(string table, string column, string from, string name)
        {
            parameters.Add($"{name}from", from);
            parameters.Add($"{name}to", from + Last);
            return $"select person_id from (select person_id from {table} where {column} >= @{name}from and {column} < @{name}to order by {column} limit @limit) {name}";
        }
    }

    private static IEnumerable<string> WaysOf(string text) =>
        new[] { text, text.ToLowerInvariant(), text.ToUpperInvariant(), CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant()) }
            .Distinct(StringComparer.Ordinal);
}
