using System.Globalization;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>The recommender as the engine serves it: told of every meeting, trained as the embedded one trains.</summary>
/// <param name="IsInTime">Times are told as they are; otherwise everything happens at one instant, and order says nothing.</param>
internal sealed record ServedContender(string Name, string Settings, RecommenderSettings Recommending, bool IsInTime) : IContender
{
    public ITrainedContender Train(TrainingPart training)
    {
        var recommender = new Recommender(Recommending);
        var trained = new Trained(recommender, training.DataSet, IsInTime);
        foreach (var meeting in training.ByPerson.SelectMany(person => person).OrderBy(meeting => meeting.Seconds))
            trained.Learn(meeting.Person, meeting);
        trained.Chosen = Served.Train(recommender, Recommending);
        return trained;
    }

    private sealed class Trained(Recommender recommender, DataSet dataSet, bool isInTime) : ITrainedContender
    {
        private readonly Dictionary<string, int> _numbers =
            dataSet.Items.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

        private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

        public string? Chosen { get; set; }

        public void Learn(int person, Meeting meeting)
        {
            var at = DateTimeOffset.UnixEpoch.AddSeconds(isInTime ? meeting.Seconds : 0);
            if (at > _now) _now = at;
            recommender.Learn(new Interaction(Name(person), dataSet.Items[meeting.Item], "", 1, at));
        }

        public void Meet(IReadOnlyList<Visitor> visitors)
        {
            foreach (var visitor in visitors)
                foreach (var meeting in visitor.History) Learn(visitor.Person, meeting);
        }

        public int Rank(Visitor visitor, RankingRoom room, Span<int> ranking)
        {
            var wanted = visitor.Candidates;
            var page = recommender.Recommend(new RecommendationQuery
            {
                PersonId = Name(visitor.Person),
                Instant = _now,
                Limit = ranking.Length,
                ExcludeIds = wanted is null ? [] : [.. dataSet.Items.Where((_, item) => !wanted.Contains(item))],
            });
            for (var place = 0; place < page.Items.Count; place++) ranking[place] = _numbers[page.Items[place].ItemId];
            return page.Items.Count;
        }

        public void Dispose() => recommender.Dispose();

        private static string Name(int person) => person.ToString(CultureInfo.InvariantCulture);
    }
}
