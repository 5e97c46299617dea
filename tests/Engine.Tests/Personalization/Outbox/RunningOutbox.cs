using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Personalization.Outbox;

/// <summary>An outbox that works while the clock is moved.</summary>
internal sealed class RunningOutbox : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stopping = new();
    private Task? _running;

    public RunningOutbox() => Outbox = new DecisionOutbox(Store, Rules, Clock, NullLogger<DecisionOutbox>.Instance);

    public FakeTimeProvider Clock { get; } = Timing.Clock();

    public ExposuresInMemory Store { get; } = new();

    public RuleExposuresInMemory Rules { get; } = new();

    public DecisionOutbox Outbox { get; }

    public void Start() => _running = Outbox.RunAsync(_stopping.Token);

    public Task UntilAsync(Func<bool> holds) => Clock.MoveUntilAsync(Step, holds);

    public Task UntilStoredAsync(int exposures) => UntilAsync(() => Store.Exposures.Count >= exposures);

    /// <summary>Asks it to stop and waits; the clock stands still, as nobody waits for it at the end of a process.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        if (_running is null) Start();
        await _running!.SoonAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Store.Disturbance.End();
        await StopAsync();
        _stopping.Dispose();
    }
}
