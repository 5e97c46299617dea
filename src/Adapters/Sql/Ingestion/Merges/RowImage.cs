using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>Whole rows as JSON, whatever their columns: texts, numbers and nulls; true is 1.</summary>
internal static class RowImage
{
    public static async Task<JsonArray> ReadAsync(SqlTransaction transaction, KeyedTable table, string person)
    {
        var rows = await transaction.QueryAsync<dynamic>($"select * from {table.Name} where person_id = @person", new { person });
        return new JsonArray([.. rows.Select(row => (JsonNode)Of((IDictionary<string, object?>)row))]);
    }

    public static JsonObject Of(IEnumerable<KeyValuePair<string, object?>> row) =>
        new(row.Select(column => KeyValuePair.Create<string, JsonNode?>(column.Key, ValueOf(column.Value))));

    /// <summary>An object with a property for each column.</summary>
    public static JsonObject OfParameters(object row) =>
        Of(row.GetType().GetProperties().Select(column => KeyValuePair.Create(column.Name, column.GetValue(row))));

    /// <summary>Adds the row unless one with its keys is there.</summary>
    public static Task InsertAsync(SqlTransaction transaction, KeyedTable table, JsonObject row, string person)
    {
        var parameters = new DynamicParameters();
        foreach (var (column, value) in row) parameters.Add(column, column == "person_id" ? person : ObjectOf(value));
        return transaction.ExecuteAsync(transaction.Dialect.InsertIfAbsent(table.Name, [.. row.Select(column => column.Key)]).Single, parameters);
    }

    public static Task DeleteAsync(SqlTransaction transaction, KeyedTable table, JsonObject row, string person)
    {
        var parameters = new DynamicParameters();
        parameters.Add("person", person);
        foreach (var key in table.Keys) parameters.Add(key, ObjectOf(row[key]));
        return transaction.ExecuteAsync(
            $"delete from {table.Name} where person_id = @person and {string.Join(" and ", table.Keys.Select(key => $"{key} = @{key}"))}", parameters);
    }

    public static string KeyOf(KeyedTable table, JsonObject row) => string.Join('\n', table.Keys.Select(key => row[key]?.ToJsonString()));

    /// <summary>Apart from whose it is.</summary>
    public static bool AreEqual(JsonObject one, JsonObject other) =>
        one.All(column => column.Key == "person_id" || JsonNode.DeepEquals(column.Value, other[column.Key]));

    private static JsonValue? ValueOf(object? value) => value switch
    {
        null or DBNull => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag ? 1L : 0L),
        double or float or decimal => JsonValue.Create(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static object? ObjectOf(JsonNode? value)
    {
        if (value is not JsonValue one) return null;
        if (one.TryGetValue<string>(out var text)) return text;
        return one.TryGetValue<long>(out var whole) ? whole : one.GetValue<double>();
    }
}
