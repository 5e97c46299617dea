using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Histories;

/// <summary>Rows of durable.db as what they stand for.</summary>
internal static class RowReading
{
    public const string InstanceColumns =
        "id, run, name, status, created, updated, start_at, input, output, custom, failure, tags, "
        + "parent_id, parent_name, parent_run, parent_task";

    public const string EventColumns = "kind, task, name, payload, target, at";

    public static InstanceRow Instance(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInt64(1),
        row.GetString(2),
        (OrchestrationRuntimeStatus)row.GetInt32(3),
        row.GetInt64(4),
        row.GetInt64(5),
        row.GetInt64(6),
        Text(row, 7),
        Text(row, 8),
        Text(row, 9),
        Text(row, 10),
        Text(row, 11),
        Text(row, 12) is { } parent ? new ParentCall(parent, row.GetString(13), row.GetInt64(14), row.GetInt32(15)) : null);

    /// <param name="first">The column where the event begins.</param>
    /// <exception cref="InvalidDataException">No version of the host has written it.</exception>
    public static HistoryEvent Event(SqliteDataReader row, int first = 0) => new(
        KindOf(row.GetInt32(first)),
        row.GetInt32(first + 1),
        Text(row, first + 2),
        Text(row, first + 3),
        Text(row, first + 4),
        row.GetInt64(first + 5));

    private static EventKind KindOf(int number) => Enum.IsDefined((EventKind)number)
        ? (EventKind)number
        : throw new InvalidDataException($"A history has an event of the unknown kind {number}.");

    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
