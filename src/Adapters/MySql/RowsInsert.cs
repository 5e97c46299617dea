using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using MySqlConnector;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.MySql;

/// <summary>
/// Inserts of many rows a statement, because a statement a row is a round trip a row. Not the server's bulk load: it can neither
/// update a row that is there, nor is it allowed everywhere.
/// </summary>
internal sealed class RowsInsert(MySqlConnection connection, MySqlTransaction transaction, SqlInsert insert)
{
    private const int MaxRows = 1000;

    /// <summary>Each may take four bytes, or two when it is escaped; a server takes 16 MB at least unless it was told otherwise.</summary>
    private const int MaxCharacters = 1_000_000;

    private static readonly ConcurrentDictionary<(Type Row, string Columns), PropertyInfo[]> Layouts = new();

    private readonly StringBuilder _text = new();
    private readonly string _row = $"({string.Join(",", insert.Columns.Select(_ => "?"))})";
    private MySqlCommand? _command;
    private int _rows;
    private int _characters;

    public async Task RunAsync(IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var row in rows)
            {
                Add(row);
                if (_rows == MaxRows || _characters > MaxCharacters) await SendAsync(cancellationToken);
            }

            await SendAsync(cancellationToken);
        }
        finally
        {
            if (_command is not null) await _command.DisposeAsync();
        }
    }

    private void Add(object row)
    {
        _command ??= new MySqlCommand { Connection = connection, Transaction = transaction };
        _text.Append(_rows++ == 0 ? insert.Head : ",").Append(_row);
        foreach (var property in LayoutOf(row.GetType()))
        {
            var value = property.GetValue(row);
            if (value is string text) _characters += text.Length;
            _command.Parameters.Add(new MySqlParameter { Value = value is DateTimeOffset instant ? instant.UtcDateTime : value ?? DBNull.Value });
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (_rows == 0) return;
        _command!.CommandText = _text.Append(insert.OnConflict).ToString();
        await _command.ExecuteNonQueryAsync(cancellationToken);
        await _command.DisposeAsync();
        (_command, _rows, _characters) = (null, 0, 0);
        _text.Clear();
    }

    private PropertyInfo[] LayoutOf(Type row) => Layouts.GetOrAdd(
        (row, insert.Head),
        static (key, columns) =>
            [.. columns.Select(column => key.Row.GetProperty(column) ?? throw new ArgumentException($"{key.Row.Name} has no {column}."))],
        insert.Columns);
}
