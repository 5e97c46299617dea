using System.Globalization;
using MySqlConnector;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using PersonalizationEngine.Engine.Sync.Customers.Positions;

namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>Writes the question for one page of a table: what comes after the cursor, in order, at most so many rows.</summary>
internal static class PageQuery
{
    public static MySqlCommand Of(TableMapping table, ReadingCursor? after, int limit)
    {
        var command = new MySqlCommand();
        var order = table.Order?.Column;
        var sorting = (order is null ? table.Key : [order, .. table.Key]).Distinct(StringComparer.OrdinalIgnoreCase).Select(Identifiers.Quote);
        var condition = after is null ? "" : $" where {After(command, table, after)}";
        command.Parameters.AddWithValue("@limit", limit);
        command.CommandText =
            $"select {string.Join(", ", table.Columns.Select(Identifiers.Quote))} from {Identifiers.QuoteTable(table.Table)}{condition} "
            + $"order by {string.Join(", ", sorting)} limit @limit";
        return command;
    }

    /// <summary>A cell as a parameter: times as text, which a DATETIME and a TIMESTAMP are both compared with exactly.</summary>
    public static object? Parameter(object? cell) =>
        cell is DateTime time ? time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) : cell;

    private static string After(MySqlCommand command, TableMapping table, ReadingCursor after)
    {
        if (table.Order is not { } order) return PastKey(command, table, after.Key!, 0);
        var column = Identifiers.Quote(order.Column);
        if (after.Key is null) return $"{column} >= {Add(command, after.Order)}";
        // NULL sorts before everything.
        if (after.Order is null) return $"(({column} is null and {PastKey(command, table, after.Key, 0)}) or {column} is not null)";
        var value = Add(command, after.Order);
        // The first half lets the database begin in the middle of an index.
        return $"{column} >= {value} and ({column} > {value} or {PastKey(command, table, after.Key, 0)})";
    }

    private static string PastKey(MySqlCommand command, TableMapping table, IReadOnlyList<object?> key, int part)
    {
        var column = Identifiers.Quote(table.Key[part]);
        var value = Add(command, key[part]);
        var past = key[part] is null ? $"{column} is not null" : $"{column} > {value}";
        return part == key.Count - 1 ? past : $"({past} or ({column} <=> {value} and {PastKey(command, table, key, part + 1)}))";
    }

    private static string Add(MySqlCommand command, object? cell)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        command.Parameters.AddWithValue(name, Parameter(cell));
        return name;
    }
}
