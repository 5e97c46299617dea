using System.Diagnostics;
using System.Globalization;
using MySqlConnector;

namespace PersonalizationEngine.Servers;

/// <summary>MariaDB with a data folder of its own and as little waiting for the disk as a test can bear. Its user is <c>root</c>, without a password.</summary>
public sealed class MariaDbServer : IAsyncDisposable
{
    /// <summary>What a test says that is skipped for want of it.</summary>
    public const string Missing = "MariaDB is not installed (mariadbd, mariadb-install-db): the tests on MySQL are skipped.";

    private const int Attempts = 3;

    private readonly TemporaryFolder _folder = new();
    private int _databases;

    private MariaDbServer() => Process = new ServerProcess(FreePort.Find(), Start);

    public static bool IsInstalled => Installed.Find("mariadbd") is not null && Installed.Find("mariadb-install-db") is not null;

    public ServerProcess Process { get; }

    public int Port => Process.Port;

    public static async Task<MariaDbServer> StartAsync()
    {
        var server = new MariaDbServer();
        await server.InstallAsync();
        await server.Process.StartAsync();
        return server;
    }

    /// <summary>A new, empty database.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture)}";
        await ExecuteAsync("", $"create database {name} character set utf8mb4 collate utf8mb4_general_ci");
        return name;
    }

    public string UrlOf(string database) => $"mysql://root@127.0.0.1:{Port}/{database}";

    public string ConnectionStringOf(string database) => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1",
        Port = (uint)Port,
        UserID = "root",
        Database = database,
        AllowLoadLocalInfile = true,
    }.ToString();

    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new MySqlConnection(ConnectionStringOf(database));
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Several at once on a busy machine may run short of what the kernel lends for reading and writing; a second try has it.</summary>
    private async Task InstallAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var (code, output) = await TryInstallAsync();
            if (code == 0) return;
            if (attempt == Attempts) throw new InvalidOperationException($"MariaDB could not be set up: {output}");
            Directory.Delete(_folder.File("data"), recursive: true);
            await Task.Delay(TimeSpan.FromSeconds(attempt));
        }
    }

    private async Task<(int Code, string Output)> TryInstallAsync()
    {
        var install = new ProcessStartInfo(Installed.Find("mariadb-install-db")!,
        [
            "--no-defaults", $"--datadir={_folder.File("data")}", "--auth-root-authentication-method=normal", "--skip-test-db",
            "--innodb-use-native-aio=0", .. User(),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(install)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', output));
    }

    private ProcessStartInfo Start() => new(Installed.Find("mariadbd")!,
    [
        "--no-defaults", $"--datadir={_folder.File("data")}", $"--port={Port}", "--bind-address=127.0.0.1", $"--socket={_folder.File("socket")}",
        $"--pid-file={_folder.File("pid")}", "--innodb-flush-log-at-trx-commit=2", "--innodb-use-native-aio=0", "--innodb-buffer-pool-size=256M", "--innodb-log-file-size=256M",
        "--max-connections=500", "--local-infile=1", "--skip-name-resolve", .. User(),
    ]);

    /// <summary>Root has to say so.</summary>
    private static string[] User() => Environment.UserName == "root" ? ["--user=root"] : [];
}
