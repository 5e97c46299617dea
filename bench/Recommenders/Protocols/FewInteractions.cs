using PersonalizationEngine.Recommenders.Contenders;
using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Protocols;

/// <summary>
/// A tenth of the people are newcomers: of each the first k events are told and the rest is to be found. Everything of the
/// others is learned.
/// </summary>
internal static class FewInteractions
{
    public static readonly int[] Lengths = [1, 5, 10, 20];

    private const int OneIn = 10;
    private const int LeastNewcomers = 20;

    /// <returns>Nothing where fewer than 20 people have more than k events.</returns>
    public static IEnumerable<Figures> Run(DataSet dataSet, int k, IEnumerable<IContender> contenders)
    {
        var people = dataSet.ToPeople(dataSet.Train.Concat(dataSet.Test));
        var learned = people.Select((person, number) => IsNewcomer(number) ? [] : person).ToArray();
        var training = new TrainingPart(dataSet, learned);
        var newcomers = people.Where((person, number) => IsNewcomer(number) && Rest(person, k).Count > 0).ToArray();
        if (newcomers.Length < LeastNewcomers) return [];

        Visitor[] visitors = [.. newcomers.Select(person => new Visitor(person[0].Person, person[..k]))];
        HashSet<int>[] relevant = [.. newcomers.Select(person => Rest(person, k))];
        return contenders.Select(contender => Ranking.Judge(contender, training, visitors, relevant, isKnown: false));
    }

    private static HashSet<int> Rest(Meeting[] person, int k) =>
        [.. person.Skip(k).Select(meeting => meeting.Item).Except(person.Take(k).Select(meeting => meeting.Item))];

    private static bool IsNewcomer(int person) => person % OneIn == OneIn - 1;
}
