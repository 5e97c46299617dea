using System.Diagnostics;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Recommenders.Million;

/// <summary>
/// Asks for personal lists and goes on meeting items while the recommender is filled and trained, and notes how long each answer
/// took and how much memory the process holds.
/// </summary>
internal sealed class Visitors(IEmbeddedRecommender recommender, IRecommenderFeed feed, int people, int items) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private static readonly ItemCondition NotTooOld = PublishedWithin(days: 700);

    private static readonly ScoreBoost Newer = new(PublishedWithin(days: 100), 2);

    private readonly List<Sample> _microseconds = [];
    private readonly List<Sample> _megabytes = [];
    private readonly CancellationTokenSource _leaving = new();
    private readonly Random _chance = new(2);
    private Task _visiting = Task.CompletedTask;

    public void Come() => _visiting = Task.Factory.StartNew(Visit, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public async Task LeaveAsync()
    {
        await _leaving.CancelAsync();
        await _visiting;
    }

    public void Dispose() => _leaving.Dispose();

    /// <summary>In microseconds, rising.</summary>
    public double[] Answers(long from, long until) => [.. Within(_microseconds, from, until).Order()];

    public double MostMegabytes(long from, long until) => Within(_megabytes, from, until).DefaultIfEmpty().Max();

    private void Visit()
    {
        for (var visit = 0; !_leaving.IsCancellationRequested; visit++)
        {
            var question = Question();
            var started = Stopwatch.GetTimestamp();
            recommender.Ask(RecommendationShelf.Personal, question);
            _microseconds.Add(new Sample(started, Stopwatch.GetElapsedTime(started).TotalMicroseconds));
            feed.Observe([new Interaction(question.PersonId!, question.CurrentItemId!, "", 1, Crowd.End)]);
            if (visit % 16 == 0) _megabytes.Add(new Sample(started, Environment.WorkingSet / 1e6));
            _leaving.Token.WaitHandle.WaitOne(Pause);
        }
    }

    private RecommendationQuery Question() => new()
    {
        Instant = Crowd.End,
        PersonId = Crowd.PersonId(_chance.Next(people)),
        CurrentItemId = Crowd.ItemId(_chance.Next(items)),
        Filter = NotTooOld,
        Boosts = [Newer],
        PerCategory = 3,
        Diversity = 0.3,
    };

    private static ItemCondition PublishedWithin(int days)
    {
        var from = Crowd.End.AddDays(-days).ToUnixTimeSeconds();
        return new ItemCondition(item => item["published_unix"].Number >= from);
    }

    private static IEnumerable<double> Within(List<Sample> samples, long from, long until) =>
        samples.Where(sample => sample.At >= from && sample.At < until).Select(sample => sample.Value);
}
