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

    public async Task RunAsync(IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.Chunk(MaxRows)) await RunAsync(some, cancellationToken);
    }

    private async Task RunAsync(object[] rows, CancellationToken cancellationToken)
    {
        var noted = insert.Columns.Select(column => !insert.Optional.Contains(column)).ToArray();
        foreach (var row in rows) LayoutOf(row).Note(row, noted);
        var head = new SqlInsert(insert.Table, [.. insert.Columns.Where((_, column) => noted[column])]).Head;
        foreach (var row in rows)
        {
            _text.Add(_text.Length == 0 ? head : ",");
            _text.Add("(");
            LayoutOf(row).Write(row, noted, _text);
            _text.EndRow();
            if (_text.Length > MaxCharacters) await SendAsync(cancellationToken);
        }

        if (_text.Length > 0) await SendAsync(cancellationToken);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        _text.Add(insert.OnConflict);
        await using var command = new MySqlCommand(_text.Take(), connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private RowLayout LayoutOf(object row) => RowLayout.Of(row.GetType(), insert, _head);
}
