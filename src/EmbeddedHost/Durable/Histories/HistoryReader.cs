using Microsoft.Data.Sqlite;

namespace EmbeddedHost.Durable.Histories;

/// <summary>Reads durable.db.</summary>
internal sealed class HistoryReader(HistoryFile file)
{
    public InstanceRow? Find(string id) =>
        Rows($"SELECT {RowReading.InstanceColumns} FROM instances WHERE id = @0", RowReading.Instance, id).FirstOrDefault();

    public InstanceRow? Find(long run) =>
        Rows($"SELECT {RowReading.InstanceColumns} FROM instances WHERE run = @0", RowReading.Instance, run).FirstOrDefault();

    /// <summary>In the order in which it happened.</summary>
    public IEnumerable<HistoryEvent> History(long run) => Rows(
        $"SELECT {RowReading.EventColumns} FROM history WHERE run = @0 ORDER BY seq", row => RowReading.Event(row), run);

    /// <summary>What ran or waited when the host stopped.</summary>
    public IEnumerable<PendingWork> Pending() => Rows(
        "SELECT i.id, p.run, h.kind, h.task, h.name, h.payload, h.target, h.at FROM pending p "
        + "JOIN instances i ON i.run = p.run JOIN history h ON h.run = p.run AND h.seq = p.seq ORDER BY p.run, p.seq",
        row => new PendingWork(row.GetString(0), row.GetInt64(1), RowReading.Event(row, 2)));

    /// <summary>Instances that have not begun, the run and when it is to begin.</summary>
    public IEnumerable<(long Run, string Id, long StartAt)> NotBegun() => Rows(
        "SELECT run, id, start_at FROM instances WHERE status = 6 ORDER BY run",
        row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2)));

    /// <summary>Messages that had not been taken when the host stopped; those to whichever run there is have one.</summary>
    public IEnumerable<Addressed> Inbox() => Rows(
        "SELECT m.id, CASE m.run WHEN 0 THEN coalesce(i.run, 0) ELSE m.run END, m.kind, m.task, m.name, m.payload, m.seq, "
        + "m.recursive FROM inbox m LEFT JOIN instances i ON i.id = m.id ORDER BY m.seq",
        row => new Addressed(row.GetString(0), row.GetInt64(1), new Message(
            (EventKind)row.GetInt32(2), row.GetInt32(3), RowReading.Text(row, 4), RowReading.Text(row, 5), row.GetInt64(6),
            row.GetInt32(7) != 0)));

    /// <summary>The greatest number of a run that anything tells of.</summary>
    public long NewestRun() => Rows(
        "SELECT max(coalesce((SELECT max(run) FROM instances), 0), coalesce((SELECT max(parent_run) FROM instances), 0), "
        + "coalesce((SELECT max(run) FROM inbox), 0))",
        row => row.GetInt64(0)).Single();

    public long NewestMessage() => Rows("SELECT coalesce(max(seq), 0) FROM inbox", row => row.GetInt64(0)).Single();

    public IEnumerable<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        using var connection = file.Open();
        using var statement = new Statement(connection, sql);
        using var row = statement.Read(values);
        while (row.Read()) yield return read(row);
    }
}
