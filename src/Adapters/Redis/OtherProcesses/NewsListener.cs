using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.OtherProcesses;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Redis.OtherProcesses;

/// <summary>
/// Hears what other processes tell. Whenever something may have been missed (a number is left out, the connection was away, a
/// message makes no sense, too many wait) it says so.
/// </summary>
internal sealed partial class NewsListener(string ownOrigin, RedisConnection connection, TimeProvider time, ILogger logger)
{
    private const int Capacity = 10_000;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<News> _heard = Channel.CreateBounded<News>(Capacity);
    private readonly NewsNumbers _numbers = new();
    private int _missed;

    public async IAsyncEnumerable<News> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (multiplexer, queue, atOnce) = await SubscribeAsync(cancellationToken);
        // What is shared of people was read with the store; what this process has read of the rest may be from before it listened.
        yield return News.Everything(time.GetUtcNow()) with { AllPeople = !atOnce };

        EventHandler<ConnectionFailedEventArgs> restored = (_, _) => Miss();
        multiplexer.ConnectionRestored += restored;
        queue.OnMessage(message => Hear(message.Message));
        try
        {
            while (await _heard.Reader.WaitToReadAsync(cancellationToken))
            {
                if (Interlocked.Exchange(ref _missed, 0) > 0) yield return News.Everything(time.GetUtcNow());
                if (_heard.Reader.TryRead(out var news) && !news.IsEmpty) yield return news;
            }
        }
        finally
        {
            multiplexer.ConnectionRestored -= restored;
            await queue.UnsubscribeAsync(CommandFlags.FireAndForget);
        }
    }

    private async Task<(ConnectionMultiplexer Multiplexer, ChannelMessageQueue Queue, bool AtOnce)> SubscribeAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var multiplexer = await connection.GetAsync().WaitAsync(cancellationToken);
                var queue = await multiplexer.GetSubscriber().SubscribeAsync(RedisNews.ChannelOf(connection.Options)).WaitAsync(cancellationToken);
                return (multiplexer, queue, attempt == 0);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (attempt == 0) Log.NotListening(logger, exception.GetType().Name);
                await Task.Delay(RetryAfter, time, cancellationToken);
            }
        }
    }

    private void Hear(RedisValue text)
    {
        try
        {
            var message = JsonSerializer.Deserialize(((ReadOnlyMemory<byte>)text).Span, NewsJson.Default.NewsMessage)!;
            if (message.Origin == ownOrigin) return;
            if (!_numbers.Follows(message)) Miss();
            if (!message.IsSignOfLife && !_heard.Writer.TryWrite(message.ToNews())) Miss();
        }
        catch (Exception exception)
        {
            Log.NotUnderstood(logger, exception.GetType().Name);
            Miss();
        }
    }

    private void Miss()
    {
        Interlocked.Exchange(ref _missed, 1);
        // Something must wake the reader; where there is no room it is awake.
        _heard.Writer.TryWrite(new News(time.GetUtcNow()));
    }

    private static partial class Log
    {
        [LoggerMessage(194, LogLevel.Warning, "Other processes cannot be heard yet ({Cause}); it is tried again.")]
        public static partial void NotListening(ILogger logger, string cause);

        [LoggerMessage(195, LogLevel.Warning, "A message of another process makes no sense ({Cause}); everything is treated as changed.")]
        public static partial void NotUnderstood(ILogger logger, string cause);
    }
}
