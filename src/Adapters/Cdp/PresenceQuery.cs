using System.Globalization;
using MySqlConnector;

namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>Writes the question which of some ids a table has.</summary>
internal static class PresenceQuery
{
    /// <summary>Null when none of the ids can be in such a column.</summary>
    public static MySqlCommand? Of(string table, string column, ColumnType type, IEnumerable<string> ids)
    {
        var command = new MySqlCommand();
        foreach (var id in ids)
            if (Cell(id, type) is { } cell) command.Parameters.AddWithValue(Name(command.Parameters.Count), cell);
        if (command.Parameters.Count == 0) return null;
        var list = string.Join(", ", Enumerable.Range(0, command.Parameters.Count).Select(Name));
        var name = Identifiers.Quote(column);
        command.CommandText = $"select distinct {name} from {Identifiers.QuoteTable(table)} where {name} in ({list})";
        return command;
    }

    /// <summary>The id in the column's own type: compared as texts, numbers would be rounded and no index used.</summary>
    private static object? Cell(string id, ColumnType type)
    {
        if (type.IsNumber && decimal.TryParse(id, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return number;
        // Of more digits than ours a DECIMAL can have, the rounded ones find it and perhaps its neighbours, too.
        if (type.IsNumber) return id.All(char.IsAsciiDigit) ? id : null;
        if (!type.IsBinary) return id;
        return id.Length % 2 == 0 && id.All(char.IsAsciiHexDigit) ? Convert.FromHexString(id) : null;
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");
}
