using System.Globalization;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>The recommender as the engine serves anonymous sessions.</summary>
/// <param name="IsShelf">Asked what is similar to the last item alone, instead of with the session.</param>
internal sealed record SessionContender(string Name, string Settings, RecommenderSettings Recommending, bool IsShelf) : IContender
{
    public ITrainedContender Train(TrainingPart training)
    {
        var recommender = new Recommender(Recommending);
        foreach (var click in training.DataSet.Train)
        {
            var session = click.Person.ToString(CultureInfo.InvariantCulture);
            recommender.Learn(new Interaction(session, training.DataSet.Items[click.Item], session, 1, At(click.Seconds)));
        }

        _ = Served.Train(recommender, Recommending);
        return new Trained(recommender, training.DataSet, IsShelf);
    }

    private static DateTimeOffset At(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);

    private sealed class Trained(Recommender recommender, DataSet dataSet, bool isShelf) : ITrainedContender
    {
        private readonly DateTimeOffset _now = At(dataSet.Train.Max(click => click.Seconds));
        private readonly Dictionary<string, int> _numbers =
            dataSet.Items.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

        public string? Chosen => null;

        public void Meet(IReadOnlyList<Visitor> visitors)
        {
        }

        public int Rank(Visitor visitor, RankingRoom room, Span<int> ranking)
        {
            string[] seen = [.. visitor.History.Select(click => dataSet.Items[click.Item])];
            var query = new RecommendationQuery
            {
                CurrentItemId = seen[^1],
                SessionItemIds = isShelf ? [] : seen,
                ExcludeIds = isShelf && visitor.LeaveOutSeen ? seen : [],
                LeaveOut = visitor.LeaveOutSeen ? LeaveOut.Seen : LeaveOut.Nothing,
                Limit = ranking.Length,
                Instant = _now,
            };
            var page = isShelf ? recommender.Similar(query) : recommender.Recommend(query);
            for (var place = 0; place < page.Items.Count; place++) ranking[place] = _numbers[page.Items[place].ItemId];
            return page.Items.Count;
        }

        public void Dispose() => recommender.Dispose();
    }
}
