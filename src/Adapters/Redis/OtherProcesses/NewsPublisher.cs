using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Adapters.Redis.People;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Resilience;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Redis.OtherProcesses;

/// <summary>
/// Sends news from a bounded queue, so that nobody who tells waits. Messages are numbered: those that did not fit, or that Redis
/// did not take, leave a gap, by which others know that they missed something. When there is nothing to tell a sign of life goes
/// out instead, so that a gap at the end shows, too. Who changed is also removed from the shared cache of people, for processes
/// that start later and have heard nothing.
/// </summary>
internal sealed partial class NewsPublisher : IAsyncDisposable
{
    public const string SystemName = "redis-news";

    private const int Capacity = 1000;

    public static readonly TimeSpan SignOfLifeEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Messages go out one after the other: two that take so long are enough to stop trying for a while.</summary>
    private static readonly OutsideSystemOptions Guard = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), 2);

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Channel<News> _waiting =
        Channel.CreateBounded<News>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly RedisConnection _connection;
    private readonly OutsideSystem _system;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Counter<long> _lost;
    private readonly Task _sending;
    private long _number;
    private int _overflowed;

    public NewsPublisher(string origin, RedisConnection connection, OutsideSystems systems, TimeProvider time, Counter<long> lost, ILogger logger)
    {
        (Origin, _connection, _time, _lost, _logger) = (origin, connection, time, lost, logger);
        _system = systems.Get(SystemName, Guard);
        _sending = Task.Run(SendAsync);
    }

    public string Origin { get; }

    public void Publish(News news)
    {
        if (_waiting.Writer.TryWrite(news)) return;
        _lost.Add(1);
        if (Interlocked.Increment(ref _overflowed) == 1) Log.Full(_logger);
    }

    /// <summary>What waits is sent first, if Redis takes it soon.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAny(_sending, Task.Delay(LastWords, _time));
    }

    private async Task SendAsync()
    {
        while (await SomethingWaitsAsync() is { } waits)
        {
            if (!waits) await TrySendAsync(NewsMessage.SignOfLife(Origin, _number, _time.GetUtcNow()));
            while (_waiting.Reader.TryRead(out var news))
            {
                foreach (var piece in NewsPieces.Of(news)) await TrySendAsync(NewsMessage.Of(Origin, ++_number, piece));
            }

            // The gap that what did not fit leaves.
            if (Interlocked.Exchange(ref _overflowed, 0) > 0) _number++;
        }
    }

    /// <returns>False when nothing came for a while; null at the end.</returns>
    private async Task<bool?> SomethingWaitsAsync()
    {
        var waiting = _waiting.Reader.WaitToReadAsync().AsTask();
        try
        {
            return await waiting.WaitAsync(SignOfLifeEvery, _time) ? true : null;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task TrySendAsync(NewsMessage message)
    {
        try
        {
            await _system.CallAsync(_ => SendAsync(message), CancellationToken.None);
        }
        catch (OutsideSystemException)
        {
            if (!message.IsSignOfLife) _lost.Add(1);
        }
    }

    private async Task<bool> SendAsync(NewsMessage message)
    {
        var database = (await _connection.GetAsync()).GetDatabase();
        var told = database.PublishAsync(RedisNews.ChannelOf(_connection.Options), JsonSerializer.SerializeToUtf8Bytes(message, NewsJson.Default.NewsMessage));
        // Behind the message: who has heard it does not share what they had read before.
        var removed = message.People.Count > 0 ? RemoveAsync(database, message.People) : Task.CompletedTask;
        await Task.WhenAll(told, removed);
        return true;
    }

    private async Task RemoveAsync(IDatabase database, IReadOnlyList<string> people)
    {
        var prefix = PersonKeys.Prefix(_connection.Options);
        try
        {
            await database.KeyDeleteAsync([.. people.Select(person => (RedisKey)(prefix + person))]);
        }
        catch (RedisServerException)
        {
            // A cluster refuses keys of several nodes. The news are told all the same, and the entries soon expire.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(193, LogLevel.Warning, "More changes than can be told to other processes: they will treat everything as changed.")]
        public static partial void Full(ILogger logger);
    }
}
