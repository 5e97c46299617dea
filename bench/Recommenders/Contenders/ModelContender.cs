using System.Runtime.InteropServices;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>One model by itself, asked with the whole history.</summary>
/// <param name="Learn">Trains the model.</param>
internal sealed record ModelContender(string Name, string Settings, Func<InteractionMatrix, IItemModel> Learn) : IContender
{
    /// <summary>Ratings are weights, half of each after this time; null counts every item 1, whenever it was met.</summary>
    public TimeSpan? AffinityHalfLife { get; init; }

    /// <summary>The weight of the item at place p of a history is this to the power p, 0 being the newest.</summary>
    public double PositionDecay { get; init; } = 1;

    public ITrainedContender Train(TrainingPart training) =>
        new Trained(this, Learn(AffinityHalfLife is null ? training.Matrix : training.RatedMatrix()), training);

    private sealed class Trained(ModelContender settings, IItemModel model, TrainingPart training) : ITrainedContender
    {
        public string? Chosen => null;

        public void Meet(IReadOnlyList<Visitor> visitors)
        {
        }

        public int Rank(Visitor visitor, RankingRoom room, Span<int> ranking)
        {
            room.Profile.Clear();
            var decayed = 1.0;
            for (var index = visitor.History.Length - 1; index >= 0 && decayed > 1e-6; index--)
            {
                room.Profile.Add(new WeightedItem(visitor.History[index].Item, (float)decayed * Weight(visitor.History[index])));
                decayed *= settings.PositionDecay;
            }

            room.Scores.Reset(training.DataSet.ItemCount);
            model.Score(CollectionsMarshal.AsSpan(room.Profile), room.Scores);
            return room.Best(visitor, ranking);
        }

        public void Dispose()
        {
        }

        private float Weight(Meeting meeting) => settings.AffinityHalfLife is { } halfLife
            ? Affinity.Of(meeting.Rating, TrainingPart.Minute(meeting), training.NewestMinute, halfLife)
            : 1;
    }
}
