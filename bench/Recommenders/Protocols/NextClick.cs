using PersonalizationEngine.Recommenders.Contenders;
using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Protocols;

/// <summary>Anonymous sessions are revealed click by click, and each time the next one is to be found.</summary>
internal static class NextClick
{
    /// <param name="leaveOutSeen">
    /// Whether clicks on what the session has seen are not asked for and not recommended; else all clicks count.
    /// </param>
    public static IEnumerable<Figures> Run(DataSet dataSet, bool leaveOutSeen, IEnumerable<IContender> contenders)
    {
        var training = TrainingPart.Of(dataSet);
        List<Visitor> visitors = [];
        List<HashSet<int>> relevant = [];
        foreach (var session in dataSet.ToPeople(dataSet.Test))
        {
            for (var next = 1; next < session.Length; next++)
            {
                var seen = session[..next];
                if (leaveOutSeen && seen.Any(click => click.Item == session[next].Item)) continue;
                visitors.Add(new Visitor(session[next].Person, seen) { LeaveOutSeen = leaveOutSeen });
                relevant.Add([session[next].Item]);
            }
        }

        return contenders.Select(contender => Ranking.Judge(contender, training, visitors, relevant));
    }
}
