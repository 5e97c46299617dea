using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Personalization.Outbox;

/// <summary>
/// Carries what decisions leave behind to the store, in batches, without any answer waiting for it. Bounded: what does not fit
/// is dropped, counted and logged, never queued without end.
/// </summary>
public sealed partial class DecisionOutbox(IExposureStore store, TimeProvider time, ILogger<DecisionOutbox> logger)
{
    private const int Capacity = 50_000, BatchSize = 2_000, RememberedKeys = 200_000;

    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(250), RetryAfter = TimeSpan.FromSeconds(1);
    private static readonly Counter<long> Dropped = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.outbox.dropped", unit: "{entry}", description: "Exposures and message requests dropped because the outbox was full.");

    private readonly Channel<OutboxEntry> _entries = Channel.CreateBounded<OutboxEntry>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }, OnDropped);

    private readonly RecentlySeen<(long Experiment, string Person, int Variant)> _exposed = new(RememberedKeys);
    private readonly RecentlySeen<(long Rule, string Person, string Channel, long Period)> _requested = new(RememberedKeys);

    public void Note(Decision decision)
    {
        var person = decision.Person.Profile.PersonId;
        foreach (var assignment in decision.Experiments)
        {
            if (!assignment.InExperiment || !_exposed.Add((assignment.Experiment.Id, person, assignment.VariantIndex))) continue;
            Write(new OutboxEntry(new Exposure(assignment.Experiment.Id, person, assignment.Variant.Key, decision.Request.Now), null));
        }

        foreach (var message in decision.Messages)
        {
            var (rule, request) = (message.Request.Rule, message.Request.Message);
            var period = (decision.Request.Now - DateTimeOffset.UnixEpoch).Ticks / request.Every.Ticks;
            if (!message.Allowed || !_requested.Add((rule.Id, person, request.Channel, period))) continue;
            Write(new OutboxEntry(null, new MessageRequest(rule.Id, person, request.Channel, request.Template, period, decision.Request.Now)));
        }
    }

    /// <summary>Stores what comes until cancelled, then stores what is left.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(FlushEvery, time);
        while (!stopping.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(stopping).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
            await FlushAsync(stopping.IsCancellationRequested);
        }
    }

    private async Task FlushAsync(bool isLast)
    {
        while (Take() is { Count: > 0 } batch)
        {
            while (!await TrySaveAsync(batch))
            {
                if (isLast) return;
                await Task.Delay(RetryAfter, time, CancellationToken.None);
            }
        }
    }

    private async Task<bool> TrySaveAsync(List<OutboxEntry> batch)
    {
        try
        {
            await store.SaveAsync(
                [.. batch.Where(entry => entry.Exposure is not null).Select(entry => entry.Exposure!.Value)],
                [.. batch.Where(entry => entry.Message is not null).Select(entry => entry.Message!.Value)],
                CancellationToken.None);
            return true;
        }
        catch (Exception exception)
        {
            Log.NotStored(logger, batch.Count, exception);
            return false;
        }
    }

    private List<OutboxEntry> Take()
    {
        var batch = new List<OutboxEntry>();
        while (batch.Count < BatchSize && _entries.Reader.TryRead(out var entry)) batch.Add(entry);
        return batch;
    }

    private void Write(OutboxEntry entry) => _entries.Writer.TryWrite(entry);

    private static void OnDropped(OutboxEntry entry) => Dropped.Add(1);

    private readonly record struct OutboxEntry(Exposure? Exposure, MessageRequest? Message);

    private static partial class Log
    {
        [LoggerMessage(121, LogLevel.Warning, "{Count} exposures and message requests could not be stored yet.")]
        public static partial void NotStored(ILogger logger, int count, Exception exception);
    }
}
