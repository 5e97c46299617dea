using System.Text;

namespace PersonalizationEngine.ClickHouseServer;

/// <summary>One engine a process, on one data folder. It lives as long as one connection is open: that is this one.</summary>
internal sealed unsafe class Engine : IDisposable
{
    private readonly string _folder;
    private readonly EngineConnection _first;

    public Engine(string folder)
    {
        _folder = folder;
        _first = Connect();
        using var answer = _first.Run("select timezone()"u8, "TabSeparatedRaw", []);
        TimeZone = Encoding.UTF8.GetString(answer.Bytes).Trim();
    }

    public string TimeZone { get; }

    /// <summary>A connection has its own settings and current database, and runs one query at a time.</summary>
    public EngineConnection Connect()
    {
        fixed (byte* program = "clickhouse\0"u8, path = Encoding.UTF8.GetBytes($"--path={_folder}\0"))
        {
            var arguments = stackalloc byte*[2];
            arguments[0] = program;
            arguments[1] = path;
            var connection = NativeEngine.Connect(2, arguments);
            return connection is null ? throw new InvalidOperationException("The engine took no connection.") : new EngineConnection(connection);
        }
    }

    public void Dispose() => _first.Dispose();
}
