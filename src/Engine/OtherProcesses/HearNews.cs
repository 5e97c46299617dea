using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.OtherProcesses;

/// <summary>
/// Takes over what other processes tell. Reading the store for it never keeps the next news waiting: a store that hangs must not
/// make people outdated here.
/// </summary>
public sealed partial class HearNews(
    INewsChannel channel, MemoryOfThisProcess memory, PlaybookKeeper playbooks, IItemStore items, TimeProvider time, ILogger<HearNews> logger)
{
    private int _itemReadings;

    /// <summary>Until cancelled.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var news in channel.ReadAsync(stopping)) Take(news, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The end that was asked for.
        }
    }

    private void Take(News news, CancellationToken stopping)
    {
        try
        {
            memory.Take(news);
        }
        catch (Exception exception)
        {
            // Whatever one message holds, the next must be heard.
            Log.NotTaken(logger, exception);
        }

        if (news.Playbook) _ = Task.Run(playbooks.TakeOverAsync, CancellationToken.None);
        if (news.AllItems && Interlocked.Increment(ref _itemReadings) == 1) _ = Task.Run(() => ReadItemsAsync(stopping), CancellationToken.None);
    }

    /// <summary>All items anew, and once more when it was asked for meanwhile.</summary>
    private async Task ReadItemsAsync(CancellationToken stopping)
    {
        int asked;
        do
        {
            asked = Volatile.Read(ref _itemReadings);
            try
            {
                await foreach (var change in items.ReadAllAsync(stopping)) memory.Take(new News(time.GetUtcNow()) { Items = [change] });
            }
            catch (Exception exception)
            {
                if (!stopping.IsCancellationRequested) Log.ItemsNotRead(logger, exception);
            }
        }
        while (Interlocked.CompareExchange(ref _itemReadings, 0, asked) != asked);
    }

    private static partial class Log
    {
        [LoggerMessage(191, LogLevel.Error, "News of another process could not be taken over.")]
        public static partial void NotTaken(ILogger logger, Exception exception);

        [LoggerMessage(192, LogLevel.Error, "Items that other processes may have changed could not be read.")]
        public static partial void ItemsNotRead(ILogger logger, Exception exception);
    }
}
