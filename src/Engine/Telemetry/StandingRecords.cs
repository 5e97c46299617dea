using System.Globalization;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>
/// What one process found out and all processes tell: when a timer last succeeded, how far a synchronisation has come, how many
/// orchestrations wait. It stands in the store beside the positions of synchronisations, so that it outlives the process and
/// does not go stale in one that no longer does the work.
/// </summary>
public sealed partial class StandingRecords(ISyncPositions positions, ILogger<StandingRecords> logger)
{
    private const string Prefix = "figures.";

    /// <summary>Never fails: what was done is done, and a figure that grows old says that the store cannot be written.</summary>
    public async Task WriteAsync(string name, string text, CancellationToken cancellationToken)
    {
        try
        {
            await positions.WriteAsync(Prefix + name, text, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotWritten(logger, name, exception);
        }
    }

    public Task WriteAsync(string name, DateTimeOffset at, CancellationToken cancellationToken) =>
        WriteAsync(name, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancellationToken);

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => positions.ReadAsync(Prefix + name, cancellationToken);

    /// <summary>Null for what was never written, or is no instant.</summary>
    public async Task<DateTimeOffset?> ReadInstantAsync(string name, CancellationToken cancellationToken) =>
        long.TryParse(await ReadAsync(name, cancellationToken), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static partial class Log
    {
        [LoggerMessage(700, LogLevel.Warning, "The figure {Name} could not be written down; what it tells of was done all the same.")]
        public static partial void NotWritten(ILogger logger, string name, Exception exception);
    }
}
