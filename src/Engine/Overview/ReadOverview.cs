using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Overview.Alerts;
using PersonalizationEngine.Engine.Overview.Kept;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Overview.Outcomes;
using PersonalizationEngine.Engine.Overview.Segments;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Engine.Overview;

/// <summary>
/// How the whole installation does, for those who look at it every day. Whoever asks waits a moment for figures that are too old
/// and gets the last ones where that is not enough: no store that is slow or away makes the page so.
/// </summary>
public sealed partial class ReadOverview : IDisposable
{
    /// <summary>How far back clicks and segments are told.</summary>
    public const int ClickDays = 30, SegmentDays = 90;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(90);

    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _reckoning = new(1, 1);
    private readonly KeptFigure<DecisionsNow> _decisions;
    private readonly KeptFigure<IReadOnlyList<SegmentCount>> _segments;
    private readonly KeptFigure<IReadOnlyList<ClicksOfDay>> _clicks;
    private readonly KeptFigure<PrecisionNow> _precision;
    private readonly KeptFigure<StandingNow> _standing;
    private readonly KeptFigure<HealthReport> _health;
    private readonly KeptFigure<IReadOnlyList<StatusCount>> _messages;
    private readonly KeptFigure<IReadOnlyList<TrialNow>> _trials;
    private readonly KeptFigure<IReadOnlyList<Alert>> _alerts;
    private readonly ReadTrials _reading;
    private readonly OutsideSystems _systems;
    private readonly TimeProvider _time;
    private readonly ILogger<ReadOverview> _logger;

    public ReadOverview(
        KeepDecisionMinutes keep, IDecisionMinutes minutes, ISegmentSizes sizes, KeepSegmentSizes segments, IOverviewFigures figures, ReportQuality quality,
        ReadStanding standing, CheckHealth health, ReadTrials trials, AlertHistory history, OutsideSystems systems, TimeProvider time, ILogger<ReadOverview> logger)
    {
        (_reading, _systems, _time, _logger) = (trials, systems, time, logger);
        _decisions = Keep("decisions", TimeSpan.FromSeconds(4), async token =>
        {
            await keep.WriteAsync(token);
            return await DecisionsNow.ReadAsync(minutes, time.GetUtcNow(), token);
        });
        _segments = Keep("segments", TimeSpan.FromSeconds(15), token => SegmentsAsync(sizes, segments, token));
        _clicks = KeepDear("clicks", TimeSpan.FromSeconds(8), token => figures.ClicksByDayAsync(time.GetUtcNow().AddDays(-ClickDays), token));
        _precision = KeepDear("precision", TimeSpan.FromMinutes(15), async token =>
            PrecisionNow.Of((await quality.RunAsync(QualityQuestion.Default, QualityPeriod.Week, token))!));
        _standing = Keep("standing", TimeSpan.FromSeconds(4), standing.RunAsync);
        _health = Keep("health", TimeSpan.FromSeconds(8), health.RunAsync);
        _messages = Keep("messages", TimeSpan.FromSeconds(8), token =>
            figures.MessagesByStatusAsync(time.GetUtcNow().AddDays(-7), time.GetUtcNow().AddDays(-1), token));
        _trials = KeepDear("trials", TimeSpan.FromSeconds(60), trials.RunAsync);
        _alerts = Keep("alerts", TimeSpan.Zero, token => history.DateAsync(FindAlerts.In(Facts()), time.GetUtcNow(), token));
    }

    public async Task<OverviewNow> RunAsync(CancellationToken cancellationToken)
    {
        IKeptFigure[] figures = [_decisions, _segments, _clicks, _precision, _standing, _health, _messages, _trials];
        await FreshenAsync(figures, Patience, cancellationToken);
        // Found in what is known now; only since when is read.
        await FreshenAsync([_alerts], Patience / 2, cancellationToken);
        return new OverviewNow(
            _time.GetUtcNow(), _alerts.Last?.Value ?? FindAlerts.In(Facts()), _decisions.Last, _segments.Last, _clicks.Last, _precision.Last,
            _standing.Last, _health.Last, _messages.Last, Trials(), _trials.Last?.At, Unread());
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _reckoning.Dispose();
    }

    private async Task FreshenAsync(IReadOnlyList<IKeptFigure> figures, TimeSpan patience, CancellationToken cancellationToken)
    {
        var all = Task.WhenAll(figures.Select(figure => figure.FreshenAsync()));
        await Task.WhenAny(all, Task.Delay(patience, _time, cancellationToken));
    }

    private KeptFigure<T> Keep<T>(string name, TimeSpan fresh, Func<CancellationToken, Task<T>> read) =>
        new(fresh, read, exception => Log.NotRead(_logger, name, exception), _time, _stopping.Token);

    /// <summary>One of these at a time: decisions need the processors, too.</summary>
    private KeptFigure<T> KeepDear<T>(string name, TimeSpan fresh, Func<CancellationToken, Task<T>> read) => Keep(name, fresh, async token =>
    {
        // Not awaited: it would go on in a thread of the pool, and this one is its own.
#pragma warning disable CA1849
        _reckoning.Wait(token);
#pragma warning restore CA1849
        try
        {
            return await read(token);
        }
        finally
        {
            _reckoning.Release();
        }
    });

    /// <summary>The days that were kept, and the count of now where today has none yet.</summary>
    private async Task<IReadOnlyList<SegmentCount>> SegmentsAsync(ISegmentSizes sizes, KeepSegmentSizes segments, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var days = await sizes.ReadAsync(now.AddDays(-SegmentDays), cancellationToken);
        return days.Count > 0 && days[^1].Day == now.UtcDateTime.Date ? days : [.. days, await segments.CountAsync(cancellationToken)];
    }

    private AlertFacts Facts()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return new AlertFacts(_time.GetUtcNow())
        {
            Decisions = _decisions.Last?.Value,
            Standing = _standing.Last?.Value,
            Health = _health.Last?.Value,
            Trials = Trials(),
            Breakers = [.. _systems.All.Select(system => (system.Name, system.State, system.BrokenFor ?? TimeSpan.Zero))],
            MemoryShare = memory > 0 ? (double)Environment.WorkingSet / memory : 0,
        };
    }

    /// <summary>Those in force now, with what was found out about them.</summary>
    private IReadOnlyList<TrialNow> Trials()
    {
        var judged = (_trials.Last?.Value ?? []).ToDictionary(trial => trial.Id);
        return [.. _reading.Running.Select(trial => judged.GetValueOrDefault(trial.Id, trial))];
    }

    private IReadOnlyList<string> Unread()
    {
        (string Name, bool IsFailing)[] figures =
        [
            ("decisions", _decisions.IsFailing), ("segments", _segments.IsFailing), ("clicks", _clicks.IsFailing), ("precision", _precision.IsFailing),
            ("standing", _standing.IsFailing), ("health", _health.IsFailing), ("messages", _messages.IsFailing), ("trials", _trials.IsFailing),
        ];
        return [.. figures.Where(figure => figure.IsFailing).Select(figure => figure.Name)];
    }

    private static partial class Log
    {
        [LoggerMessage(771, LogLevel.Warning, "The figures of the overview about {Figure} cannot be read; the last ones are shown until they can.")]
        public static partial void NotRead(ILogger logger, string figure, Exception exception);
    }
}
