using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Durable.Histories;

/// <summary>
/// One thread that writes durable.db, in the order in which it is asked. What has gathered while it wrote is committed
/// together, so many small changes cost little more than one.
/// </summary>
internal sealed class HistoryWriter(HistoryFile file, WorkCount work, TimeProvider time, ILogger logger) : IDisposable
{
    private const int MostInOneCommit = 500;
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    /// <summary>Busy, locked, read-only, I/O error, full, cannot open.</summary>
    private static readonly int[] MayPass = [5, 6, 8, 10, 13, 14];

    private readonly BlockingCollection<IHistoryWrite> _asked = [];
    private Thread? _thread;

    public void Start()
    {
        _thread = new Thread(WriteAll) { IsBackground = true, Name = "durable.db" };
        _thread.Start();
    }

    public void Enqueue(IHistoryWrite write)
    {
        work.Begin();
        try
        {
            _asked.Add(write);
        }
        catch (InvalidOperationException)
        {
            // the host has stopped: what is not kept has not happened, and is done again at the next start
            work.End();
        }
    }

    /// <summary>Ends when all that was asked for is written.</summary>
    public void Dispose()
    {
        _asked.CompleteAdding();
        _thread?.Join();
        _asked.Dispose();
    }

    private void WriteAll()
    {
        using var connection = file.Open();
        using var statements = new WriteStatements(connection);
        var together = new List<IHistoryWrite>();
        foreach (var first in _asked.GetConsumingEnumerable())
        {
            together.Clear();
            together.Add(first);
            while (together.Count < MostInOneCommit && _asked.TryTake(out var next)) together.Add(next);
            Commit(connection, statements, together);
            foreach (var write in together)
            {
                Follow(write);
                work.End();
            }
        }
    }

    /// <summary>A bug in what follows must not end the thread, and with it the process.</summary>
    private void Follow(IHistoryWrite write)
    {
        try
        {
            write.Committed();
        }
        catch (Exception failure)
        {
            logger.NotFollowed(failure);
        }
    }

    /// <remarks>A full disk is waited for: what runs in memory must not go further than what is kept.</remarks>
    private void Commit(SqliteConnection connection, WriteStatements statements, List<IHistoryWrite> writes)
    {
        while (true)
        {
            try
            {
                CommitOnce(connection, statements, writes);
                return;
            }
            catch (SqliteException failure) when (MayPass.Contains(failure.SqliteErrorCode))
            {
                logger.HistoryNotWritten(file.Path, failure);
                Pause();
            }
            catch (Exception failure)
            {
                if (writes.Count > 1) CommitOneByOne(connection, statements, writes);
                else Refuse(writes, failure);
                return;
            }
        }
    }

    private void CommitOneByOne(SqliteConnection connection, WriteStatements statements, List<IHistoryWrite> writes)
    {
        foreach (var write in writes.ToList())
        {
            List<IHistoryWrite> alone = [write];
            Commit(connection, statements, alone);
            if (alone.Count == 0) writes.Remove(write);
        }
    }

    private void Refuse(List<IHistoryWrite> writes, Exception failure)
    {
        logger.HistoryRefused(file.Path, failure);
        writes[0].Refused(failure);
        work.End();
        writes.Clear();
    }

    private static void CommitOnce(SqliteConnection connection, WriteStatements statements, List<IHistoryWrite> writes)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            foreach (var write in writes) write.Apply(statements);
            Execute(connection, "COMMIT");
        }
        catch
        {
            TryRollBack(connection);
            throw;
        }
    }

    private static void TryRollBack(SqliteConnection connection)
    {
        try
        {
            Execute(connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Pause()
    {
        using var over = new ManualResetEventSlim();
        using var timer = time.CreateTimer(_ => over.Set(), null, RetryPause, Timeout.InfiniteTimeSpan);
        over.Wait(RetryPause);
    }
}
