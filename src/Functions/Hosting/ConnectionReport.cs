using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Says at the start what the engine is connected to: where, never with what credentials.</summary>
internal sealed partial class ConnectionReport(ConnectionSettings connections, ILogger<ConnectionReport> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var clickHouse = connections.ClickHouse;
        Log.Connected(
            logger,
            connections.Store is null ? "a file" : "MySQL",
            clickHouse is null ? "webhooks" : "ClickHouse",
            connections.Cdp is null ? "webhooks" : "MySQL",
            connections.Redis is null ? "of each process" : "Redis",
            connections.Gorse is null ? "embedded" : "Gorse");
        if (clickHouse?.MappedFrom is { } native) Log.Mapped(logger, native, clickHouse.Address.Port);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(224, LogLevel.Information,
            "Store: {Store}. Behaviour from: {Behaviour}. Customers from: {Customers}. Cache: {Cache}. Recommender: {Recommender}.")]
        public static partial void Connected(
            ILogger logger, string store, string behaviour, string customers, string cache, string recommender);

        [LoggerMessage(225, LogLevel.Warning,
            "CLICKHOUSE_URL names ClickHouse's native port {Native}; the engine speaks HTTP and uses port {Port} of the same host.")]
        public static partial void Mapped(ILogger logger, int native, int port);
    }
}
