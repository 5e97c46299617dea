using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Telemetry;
using Polly;
using Polly.CircuitBreaker;

namespace PersonalizationEngine.Engine.Resilience;

/// <summary>
/// The way to one system outside: every call has a budget, whether or not the callee heeds cancellation, and a breaker spares
/// callers the wait while the system fails. Each flip of the breaker is logged once.
/// </summary>
public sealed partial class OutsideSystem
{
    /// <summary>Failures are counted over so long: success of a while ago must not outweigh failure now.</summary>
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(1);

    private readonly ResiliencePipeline _breaker;
    private readonly OutsideSystemOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<OutsideSystem> _logger;
    private readonly DependencyFigures _figures;
    private int _state;
    private long _openedAt, _brokenAt;

    public OutsideSystem(string name, OutsideSystemOptions options, TimeProvider time, ILogger<OutsideSystem> logger)
    {
        (Name, _options, _time, _logger) = (name, options, time, logger);
        _figures = new DependencyFigures(name);
        _breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = options.LeastCalls,
                SamplingDuration = Sampling,
                BreakDuration = options.Break,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is { } fault && !(fault is OperationCanceledException && arguments.Context.CancellationToken.IsCancellationRequested)),
                OnOpened = arguments => Flip(BreakerState.Open, arguments.Outcome.Exception),
                OnHalfOpened = _ => Flip(BreakerState.Probing, null),
                OnClosed = _ => Flip(BreakerState.Closed, null),
            })
            .Build();
    }

    /// <summary>As health, metrics and logs name it.</summary>
    public string Name { get; }

    public BreakerState State => (BreakerState)Volatile.Read(ref _state);

    /// <summary>A call would not be made now.</summary>
    public bool IsResting => State == BreakerState.Open && _time.GetElapsedTime(Interlocked.Read(ref _openedAt)) < _options.Break;

    /// <summary>For how long its breaker has not been closed; null while it is.</summary>
    public TimeSpan? BrokenFor => State == BreakerState.Closed ? null : _time.GetElapsedTime(Interlocked.Read(ref _brokenAt));

    public Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync(call, _options.Budget, cancellationToken);

    /// <exception cref="OutsideSystemException">It failed, took too long, or was not tried. A caller's own cancellation passes as it is.</exception>
    public async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var span = EngineMetrics.Spans.HasListeners() ? EngineMetrics.Spans.StartActivity(Name, ActivityKind.Client) : null;
        span?.SetTag("peer.service", Name);
        try
        {
            var answer = await _breaker.ExecuteAsync(
                static async (state, token) => await state.Self.InBudgetAsync(state.Call, state.Budget, token),
                (Self: this, Call: call, Budget: budget), cancellationToken);
            _figures.Ok();
            return answer;
        }
        catch (BrokenCircuitException)
        {
            _figures.Refused();
            span?.SetStatus(ActivityStatusCode.Error, "refused");
            throw new OutsideSystemException(Name, "not asked for a while, because it failed before", null) { WasTried = false };
        }
        catch (TimeoutException exception)
        {
            _figures.TimedOut();
            span?.SetStatus(ActivityStatusCode.Error, "timeout");
            throw new OutsideSystemException(Name, $"no answer within {budget.TotalMilliseconds:0} ms", exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _figures.Failed();
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw new OutsideSystemException(Name, exception.GetType().Name, exception);
        }
    }

    private async Task<T> InBudgetAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = call(ending.Token);
        try
        {
            return await running.WaitAsync(budget, _time, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException && !running.IsCompleted)
        {
            await ending.CancelAsync();
            // Nobody waits for it any more; its failure must not go unobserved.
            _ = running.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }

    private ValueTask Flip(BreakerState state, Exception? cause)
    {
        if (state == BreakerState.Open) Interlocked.Exchange(ref _openedAt, _time.GetTimestamp());
        // Every probe that fails opens it again; it is broken since the first time.
        if (state == BreakerState.Open && State == BreakerState.Closed) Interlocked.Exchange(ref _brokenAt, _time.GetTimestamp());
        var before = (BreakerState)Interlocked.Exchange(ref _state, (int)state);
        if (state == BreakerState.Open && before == BreakerState.Closed) Log.Opened(_logger, Name, cause?.GetType().Name ?? "unknown");
        else if (state == BreakerState.Closed) Log.Closed(_logger, Name);
        return ValueTask.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(151, LogLevel.Warning, "{System} fails ({Cause}); it is not asked for a while, and answers go without it.")]
        public static partial void Opened(ILogger logger, string system, string cause);

        [LoggerMessage(152, LogLevel.Warning, "{System} works again.")]
        public static partial void Closed(ILogger logger, string system);
    }
}
