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

    /// <summary>Each contender is trained once and then told of the newcomers' events, as they come.</summary>
    /// <returns>For each length the figures of all contenders; none where fewer than 20 people have more events.</returns>
    public static Dictionary<int, List<Figures>> Run(DataSet dataSet, IEnumerable<IContender> contenders)
    {
        var people = dataSet.ToPeople(dataSet.Train.Concat(dataSet.Test));
        var training = new TrainingPart(dataSet, [.. people.Select((person, number) => IsNewcomer(number) ? [] : person)]);
        var figures = Lengths.ToDictionary(k => k, _ => new List<Figures>());
        foreach (var contender in contenders)
        {
            if (contender is ServedContender { IsInTime: true } served)
            {
                var inTime = new NewcomersInTime(dataSet, people, IsNewcomer).Run(served.Name, served.Recommending, Lengths, LeastNewcomers);
                foreach (var (k, ofLength) in inTime) figures[k].Add(ofLength);
                continue;
            }

            using var fitted = Fitted.Of(contender, training);
            var known = 0;
            foreach (var k in Lengths)
            {
                var newcomers = people.Where((person, number) => IsNewcomer(number) && Rest(person, k).Count > 0).ToArray();
                if (newcomers.Length < LeastNewcomers) break;
                fitted.Trained.Meet([.. newcomers.Select(person => new Visitor(person[0].Person, person[known..k]))]);
                Visitor[] visitors = [.. newcomers.Select(person => new Visitor(person[0].Person, person[..k]))];
                figures[k].Add(Ranking.Judge(fitted, training, visitors, [.. newcomers.Select(person => Rest(person, k))]));
                known = k;
            }
        }

        return figures;
    }

    private static HashSet<int> Rest(Meeting[] person, int k) =>
        [.. person.Skip(k).Select(meeting => meeting.Item).Except(person.Take(k).Select(meeting => meeting.Item))];

    private static bool IsNewcomer(int person) => person % OneIn == OneIn - 1;
}
