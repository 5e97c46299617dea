using MySqlConnector;

namespace PersonalizationEngine.Adapters.MySql;

/// <summary>What a fault of MySQL means for whoever met it.</summary>
internal static class MySqlFaults
{
    /// <summary>MariaDB's and MySQL's own words for a connection that was ended on the server; the driver has none for them.</summary>
    private const int ConnectionKilled = 1927, DisconnectedForIdleness = 4031;

    /// <summary>Two transactions stood in each other's way; the server has undone this one.</summary>
    public static bool IsCollision(Exception exception) =>
        exception is MySqlException { ErrorCode: MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout };

    /// <summary>The connection ended under way, so that the server has undone, or will undo, what was not committed.</summary>
    public static bool IsLostConnection(Exception exception) =>
        exception is MySqlException { ErrorCode: not MySqlErrorCode.CommandTimeoutExpired } fault
        && (fault.InnerException is IOException or System.Net.Sockets.SocketException or EndOfStreamException
            || fault.ErrorCode is MySqlErrorCode.ServerShutdown || fault.Number is ConnectionKilled or DisconnectedForIdleness);

    /// <summary>The server is not there, or does not answer: nobody's statement is to blame.</summary>
    public static bool IsOutage(Exception exception) => IsLostConnection(exception) || exception switch
    {
        MySqlException fault => IsBroken(fault.InnerException) || fault.ErrorCode is
            MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.ConnectionCountError,
        _ => IsBroken(exception),
    };

    /// <summary>
    /// What the driver passes on as it met it, or says of a connection that broke between two statements. The same kinds of
    /// exceptions out of other code are faults of that code.
    /// </summary>
    private static bool IsBroken(Exception? exception) =>
        exception is IOException or System.Net.Sockets.SocketException or InvalidOperationException
        && exception.Source is { } source && (source == "MySqlConnector" || source.StartsWith("System.Net", StringComparison.Ordinal));
}
