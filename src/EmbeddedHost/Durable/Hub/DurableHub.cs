using EmbeddedHost.Durable.Activities;
using EmbeddedHost.Durable.Clients;
using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using EmbeddedHost.Durable.Sessions;
using EmbeddedHost.Durable.Timers;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Durable.Hub;

/// <summary>The orchestrations of one host: their file, their code in memory, their activities and timers.</summary>
internal sealed class DurableHub(TimeProvider time, ILogger<DurableHub> logger, PayloadJson json) : IDisposable
{
    private readonly InstanceWaiters _waiters = new();
    private HistoryWriter? _writer;
    private ActivityQueue? _activities;
    private DurableTimers? _timers;
    private SessionPool? _sessions;
    private ITimer? _sweep;
    private DurableTaskClient? _client;
    private HistoryFile? _file;

    /// <exception cref="InvalidOperationException">The host has not been started.</exception>
    public DurableTaskClient Client => _client ?? throw new InvalidOperationException("The host has not been started.");

    public WorkCount Work { get; } = new();

    /// <summary>How many orchestrations are in memory.</summary>
    public int InMemory => _sessions?.Count ?? 0;

    /// <summary>Opens the file; from then on the client can be used, but nothing runs.</summary>
    public void Open(HistoryFile file, DurableFunctions functions, DurableSettings settings)
    {
        _file = file;
        var reader = new HistoryReader(file);
        _writer = new HistoryWriter(file, Work, time, logger);
        _activities = new ActivityQueue(settings.MostActivities, functions.Activities, Deliver, Work);
        _timers = new DurableTimers(time, (run, task) => Deliver(new Addressed("", run, Beginning.MessageOf(task))));
        _sessions = new SessionPool(
            settings, new SessionLoading(reader, functions.Orchestrators, functions.Missing, json), _writer, _activities, _timers,
            _waiters, Work, time, logger);
        _sessions.Numbers.ContinueFrom(reader, time.GetUtcNow().UtcTicks);
        _client = new EmbeddedDurableTaskClient(new ClientWrites(_writer, _sessions, _waiters), reader, _waiters, json, time);
        _sweep = time.CreateTimer(_ => _sessions.LeaveIdle(), null, settings.IdleTime, settings.IdleTime);
        _writer.Start();
    }

    /// <summary>Goes on with what the last process left.</summary>
    public void Start() => Resumption.Run(new HistoryReader(_file!), _sessions!, _timers!, _activities!, logger);

    /// <summary>No activity and no timer begins any more; ends when what is under way is kept.</summary>
    public async Task StopAsync()
    {
        _timers?.Stop();
        _activities?.Stop();
        await Work.WhenIdle;
    }

    public void Dispose()
    {
        _sweep?.Dispose();
        _timers?.Dispose();
        _activities?.Stop();
        _writer?.Dispose();
        _file?.Dispose();
    }

    private void Deliver(Addressed one) => _sessions!.Deliver(one);
}
