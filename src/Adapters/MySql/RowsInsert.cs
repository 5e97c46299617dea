using MySqlConnector;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.MySql;

/// <summary>
/// Inserts of many rows a statement, because a statement a row is a round trip a row. Not the server's bulk load: it can neither
/// update a row that is there, nor is it allowed everywhere. The values stand in the text of the statement, because a parameter
/// for each of them costs the driver more than all else together.
/// </summary>
internal sealed class RowsInsert(MySqlConnection connection, MySqlTransaction transaction, SqlInsert insert)
{
    private const int MaxRows = 1000;

    /// <summary>Each may take three bytes; a server takes 16 MB at least unless it was told otherwise.</summary>
    private const int MaxCharacters = 1_000_000;

    private readonly RowText _text = new();
    private readonly string _head = insert.Head;
    private int _rows;

    public async Task RunAsync(IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            Add(row);
            if (_rows == MaxRows || _text.Length > MaxCharacters) await SendAsync(cancellationToken);
        }

        await SendAsync(cancellationToken);
    }

    private void Add(object row)
    {
        if (_rows == 0) _text.Add(_head);
        _text.BeginRow(isFirst: _rows++ == 0);
        RowLayout.Of(row.GetType(), insert, _head)(_text, row);
        _text.EndRow();
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (_rows == 0) return;
        _text.Add(insert.OnConflict);
        await using var command = new MySqlCommand(_text.Take(), connection, transaction);
        _rows = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
