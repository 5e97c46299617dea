using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>What a contender may learn, in the two forms there are.</summary>
/// <param name="ByPerson">For each person the meetings, oldest first.</param>
internal sealed record TrainingPart(DataSet DataSet, Meeting[][] ByPerson)
{
    /// <summary>Everything counts 1.</summary>
    public InteractionMatrix Matrix { get; } = ToMatrix(DataSet, ByPerson, isRated: false);

    /// <summary>The newest minute since 1970 of what is learned, 0 without times.</summary>
    public int NewestMinute { get; } = ByPerson.Max(person => person.Length == 0 ? 0 : Minute(person[^1]));

    /// <summary>Ratings are weights.</summary>
    public InteractionMatrix RatedMatrix() => ToMatrix(DataSet, ByPerson, isRated: true);

    public static TrainingPart Of(DataSet dataSet) => new(dataSet, dataSet.ToPeople(dataSet.Train));

    public static int Minute(Meeting meeting) => (int)(meeting.Seconds / 60);

    /// <summary>Who met an item twice met it when it was last.</summary>
    private static InteractionMatrix ToMatrix(DataSet dataSet, Meeting[][] byPerson, bool isRated)
    {
        var matrix = new InteractionMatrixBuilder(byPerson.Length);
        var last = new Dictionary<int, int>();
        foreach (var person in byPerson)
        {
            last.Clear();
            foreach (var (place, meeting) in person.Index()) last[meeting.Item] = place;
            foreach (var (place, meeting) in person.Index())
                if (last[meeting.Item] == place) matrix.Add(meeting.Item, isRated ? meeting.Rating : 1, Minute(meeting));
            matrix.EndPerson();
        }

        return matrix.Build(dataSet.ItemCount);
    }
}
