using System.Diagnostics;
using System.Globalization;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Models.Persistence;
using PersonalizationEngine.Core.Recommendations.Training;
using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Protocols;

/// <summary>
/// Newcomers served as they come. The models are trained on everybody else, as those of the other rows are; but what is
/// popular is what was popular when the newcomer asks, because a served list is for that day and no other.
/// </summary>
internal sealed class NewcomersInTime(DataSet dataSet, Meeting[][] people, Func<int, bool> isNewcomer)
{
    private readonly Dictionary<string, int> _numbers =
        dataSet.Items.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

    /// <param name="lengths">Of the histories at which a newcomer asks, rising.</param>
    /// <param name="least">With fewer newcomers of a length there are no figures.</param>
    public Dictionary<int, Figures> Run(string name, RecommenderSettings settings, IReadOnlyList<int> lengths, int least)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        using var recommender = Trained(settings, out var chosen);
        var (seconds, processor) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);

        var tallies = lengths.ToDictionary(k => k, _ => new Tally(dataSet.ItemCount));
        var known = new int[people.Length];
        foreach (var (person, meeting) in people.SelectMany((person, number) => person.Select(meeting => (number, meeting))).OrderBy(pair => pair.meeting.Seconds))
        {
            var count = ++known[person];
            if (isNewcomer(person) && count > lengths[^1]) continue;
            recommender.Learn(Act(person, meeting));
            if (isNewcomer(person) && tallies.TryGetValue(count, out var tally)) Ask(recommender, person, count, tally);
        }

        return tallies.Where(pair => pair.Value.People >= least).ToDictionary(
            pair => pair.Key, pair => pair.Value.ToFigures(name, chosen, seconds, processor));
    }

    /// <summary>A recommender that knows the models and no events yet.</summary>
    private Recommender Trained(RecommenderSettings settings, out string chosen)
    {
        using var others = new Recommender(settings);
        foreach (var (person, meeting) in people.SelectMany((person, number) => person.Select(meeting => (number, meeting))).OrderBy(pair => pair.meeting.Seconds))
            if (!isNewcomer(person)) others.Learn(Act(person, meeting));
        var models = new RecommenderTrainer(settings, Environment.ProcessorCount).Train(others.TrainingData());
        chosen = models.Choice is not { } choice
            ? "item-kNN, too few people to choose"
            : string.Create(CultureInfo.InvariantCulture, $"chose {choice.Dense}, lambda {choice.Lambda:0.#}, {choice.Neighbours}, decay {choice.Plan.PositionDecay:0.##}; asks as they come");

        var recommender = new Recommender(settings);
        var stored = recommender.Read(others.Write(models, new TrainedOn(0, 0, 0, 0)));
        recommender.Use((stored.Model ?? throw new InvalidOperationException(stored.Fault)).Models);
        return recommender;
    }

    private void Ask(Recommender recommender, int person, int known, Tally tally)
    {
        var history = people[person].Take(known).Select(meeting => meeting.Item);
        HashSet<int> rest = [.. people[person].Skip(known).Select(meeting => meeting.Item).Except(history)];
        if (rest.Count == 0) return;

        var started = Stopwatch.GetTimestamp();
        var page = recommender.Recommend(new RecommendationQuery
        {
            PersonId = Name(person),
            Instant = At(people[person][known - 1]),
            Limit = Measures.Depth,
        });
        tally.Add([.. page.Items.Select(item => _numbers[item.ItemId])], rest, Stopwatch.GetElapsedTime(started));
    }

    private Interaction Act(int person, Meeting meeting) => new(Name(person), dataSet.Items[meeting.Item], "", 1, At(meeting));

    private static DateTimeOffset At(Meeting meeting) => DateTimeOffset.UnixEpoch.AddSeconds(meeting.Seconds);

    private static string Name(int person) => person.ToString(CultureInfo.InvariantCulture);

    private sealed class Tally(int itemCount)
    {
        private readonly double[] _sums = new double[Measures.Names.Length];
        private readonly double[] _values = new double[Measures.Names.Length];
        private readonly HashSet<int> _recommended = [];
        private double _microseconds;

        public int People { get; private set; }

        public void Add(int[] ranking, HashSet<int> relevant, TimeSpan took)
        {
            People++;
            _microseconds += took.TotalMicroseconds;
            Measures.Write(ranking, relevant, _values);
            for (var measure = 0; measure < _sums.Length; measure++) _sums[measure] += _values[measure];
            foreach (var item in ranking.Take(10)) _recommended.Add(item);
        }

        public Figures ToFigures(string name, string chosen, double seconds, double processorSeconds) => new(
            name,
            chosen,
            Measures.Names.Index().ToDictionary(measure => measure.Item, measure => _sums[measure.Index] / People),
            _recommended.Count / (double)itemCount,
            seconds,
            processorSeconds,
            _microseconds / People);
    }
}
