using System.Data.Common;
using Microsoft.Extensions.Configuration;
using PersonalizationEngine.Adapters.Sqlite.Backup;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary><c>backup FILE</c> and <c>restore FILE [--force]</c> of the program, instead of serving.</summary>
internal static class BackupCommand
{
    private const int Wrong = 2;

    /// <returns>The exit code: 0 done, 1 refused, 2 called wrongly. Null when the arguments are none of these commands.</returns>
    public static async Task<int?> RunAsync(string[] args, IConfiguration configuration)
    {
        if (args is not ["backup" or "restore", ..]) return null;
        var folder = Path.GetFullPath(configuration["DATA_DIR"] is { Length: > 0 } given ? given : "data");
        try
        {
            if (await RunAsync(args, folder, configuration) is not { } outcome)
            {
                await Console.Error.WriteLineAsync("backup FILE, or restore FILE [--force]");
                return Wrong;
            }

            await (outcome.Refusal is null ? Console.Out : Console.Error).WriteLineAsync(outcome.Refusal ?? outcome.Summary);
            return outcome.Refusal is null ? 0 : 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<BackupOutcome?> RunAsync(string[] args, string folder, IConfiguration configuration)
    {
        if (args is ["backup", ..] && HasServer(configuration))
            await Console.Error.WriteLineAsync("The store is a MySQL server: only what is in the data folder is backed up.");
        return args switch
        {
            ["backup", var file] => await new BackUpDataFolder(TimeProvider.System).RunAsync(folder, Path.GetFullPath(file), CancellationToken.None),
            ["restore", var file, .. var rest] when rest is [] or ["--force"] =>
                await new RestoreDataFolder(TimeProvider.System).RunAsync(Path.GetFullPath(file), folder, rest.Length > 0, CancellationToken.None),
            _ => null,
        };
    }

    private static bool HasServer(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration["ENGINE_MYSQL_URL"]) || !string.IsNullOrEmpty(configuration["MYSQL_URL"]);
}
