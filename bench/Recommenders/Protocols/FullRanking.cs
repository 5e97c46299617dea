using PersonalizationEngine.Recommenders.Contenders;
using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Protocols;

/// <summary>
/// For everybody with something held back, all items the person did not meet in training are ranked; where the data set
/// gives negatives, these and the one item held back.
/// </summary>
internal static class FullRanking
{
    public static IEnumerable<Figures> Run(DataSet dataSet, IEnumerable<IContender> contenders)
    {
        var training = TrainingPart.Of(dataSet);
        var test = dataSet.Test.GroupBy(meeting => meeting.Person).ToArray();
        Visitor[] visitors = [.. test.Select(person =>
            new Visitor(person.Key, training.ByPerson[person.Key], Candidates(dataSet, person)))];
        HashSet<int>[] relevant = [.. test.Select(person => person.Select(meeting => meeting.Item).ToHashSet())];
        return contenders.Select(contender => Ranking.Judge(contender, training, visitors, relevant));
    }

    private static int[]? Candidates(DataSet dataSet, IGrouping<int, Meeting> person) =>
        dataSet.Negatives?.TryGetValue(person.Key, out var negatives) == true
            ? [.. person.Select(meeting => meeting.Item).Concat(negatives).Distinct()]
            : null;
}
