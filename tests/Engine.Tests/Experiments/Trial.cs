using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Experiments.Planning;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Engine.Experiments.Watching;
using PersonalizationEngine.Engine.Telemetry;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Experiments;

/// <summary>A running experiment with people whose behaviour is known.</summary>
internal sealed class Trial : IDisposable
{
    public static readonly DateTimeOffset Start = Timing.Noon.AddDays(-5);

    private static readonly int FirstDay = TrialPeople.DayOf(Start);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Definitions _definitions = new();
    private readonly FakeTimeProvider _clock = Timing.Clock();

    public Trial(ExperimentMeasures measures, string variants = "a,b") => Id = _definitions.Experiments.Put(
        ExperimentDocument.Read(Definitions.ExperimentDocumentOf("trial", variants: variants)).Value! with { Measures = measures });

    public long Id { get; }

    public ExperimentFactsInMemory Facts { get; } = new();

    public ExperimentHistoryInMemory History { get; } = new();

    public FakeTimeProvider Clock => _clock;

    public Experiment Experiment => _definitions.Experiments.FindAsync(Id, TestContext.Current.CancellationToken).Result!.Value;

    private ReportResults Reporting => new(_definitions.Experiments, Facts, History, _clock);

    public void Dispose() => _definitions.Dispose();

    /// <summary>People of a variant, of whom the first ones reach the metric's goal a day later.</summary>
    public void Add(string variant, int people, string metric, int reached, double value = 1)
    {
        var amounts = Facts.Amounts.TryGetValue(metric, out var known) ? known : Facts.Amounts[metric] = [];
        for (var person = 0; person < people; person++)
        {
            var id = $"{variant}-{person}";
            if (_known.Add(id)) Facts.Exposed.Add(new ExposedPerson(id, variant, Start, 1));
            if (person < reached) amounts.Add(new PersonAmount(id, FirstDay + 1, false, value, 0));
        }
    }

    public async Task<TrialReport> ReportAsync(ResultQuestion? question = null) =>
        (await Reporting.RunAsync(Id, question ?? ResultQuestion.Usual, TestContext.Current.CancellationToken))!;

    public Task WatchRatiosAsync(StandingRecords records) => new WatchSampleRatios(
        _definitions.Experiments, Facts, History, records, _clock, NullLogger<WatchSampleRatios>.Instance).RunAsync(TestContext.Current.CancellationToken);

    public Task ReviewAsync() => new ReviewExperiments(
        _definitions.Experiments, new OwnEdits(_definitions.Experiments, new NoDefinitionHistory()), History, Reporting, _definitions.News, _clock, NullLogger<ReviewExperiments>.Instance)
        .RunAsync(TestContext.Current.CancellationToken);

    public async Task<RehearsalReport> RehearseAsync(int runs) =>
        (await new RehearseTrial(_definitions.Experiments, Facts, _clock).RunAsync(Id, runs, TimeSpan.FromDays(14), TestContext.Current.CancellationToken))!;

    public void Resume() => _definitions.Experiments.ReplaceAsync(
        Id, 2, Experiment with { Status = ExperimentStatus.Running }, new Edit(_clock.GetUtcNow(), Happenings.Changed, "test", "{}"), TestContext.Current.CancellationToken).Wait();
}
