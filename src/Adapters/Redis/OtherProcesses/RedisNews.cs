using System.Diagnostics.Metrics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Redis.OtherProcesses;

/// <summary>News between processes over a channel of Redis, which keeps nothing: who does not listen misses them, and notices.</summary>
public sealed class RedisNews : INewsChannel, IAsyncDisposable
{
    private static readonly Meter Meter = new(EngineMetrics.Name);
    private static readonly Counter<long> Lost = Meter.CreateCounter<long>(
        "personalization.news.lost", unit: "{message}", description: "News for other processes that did not get out; they treat everything as changed.");

    private readonly NewsPublisher _publisher;
    private readonly RedisConnection _connection;
    private readonly TimeProvider _time;
    private readonly ILogger<RedisNews> _logger;

    public RedisNews(RedisConnection connection, OutsideSystems systems, TimeProvider time, ILogger<RedisNews> logger)
    {
        (_connection, _time, _logger) = (connection, time, logger);
        var origin = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        _publisher = new NewsPublisher(origin, connection, systems, time, Lost, logger);
    }

    public void Publish(News news) => _publisher.Publish(news);

    public IAsyncEnumerable<News> ReadAsync(CancellationToken cancellationToken) =>
        new NewsListener(_publisher.Origin, _connection, _time, _logger).ReadAsync(cancellationToken);

    public ValueTask DisposeAsync() => _publisher.DisposeAsync();

    internal static RedisChannel ChannelOf(RedisOptions options) =>
        RedisChannel.Literal(string.Create(CultureInfo.InvariantCulture, $"{options.Prefix}news:v{NewsMessage.Version}"));
}
