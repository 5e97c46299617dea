namespace PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

/// <summary>
/// Runs a policy over a log in which chance chose evenly: only rounds where it chooses what was logged count, and only from those
/// it learns (Li, Chu, Langford and Wang 2011). Right on average; a policy that learns seems to learn as much slower as there
/// are arms.
/// </summary>
public static class Replay
{
    public static ReplayValue Run<TContext>(IEnumerable<ReplayRound<TContext>> log, IReplayPolicy<TContext> policy)
    {
        int rounds = 0, matched = 0;
        double sum = 0, squares = 0;
        foreach (var round in log)
        {
            rounds++;
            if (policy.Choose(round.Context, round.Arms) != round.Arm) continue;
            matched++;
            sum += round.Reward;
            squares += round.Reward * round.Reward;
            policy.Learn(round.Context, round.Arm, round.Reward);
        }

        if (matched < 2) return new ReplayValue(rounds, matched, new LoggedEstimate(matched == 0 ? 0 : sum, double.PositiveInfinity));
        var mean = sum / matched;
        var variance = Math.Max(0, squares - (matched * mean * mean)) / (matched - 1);
        return new ReplayValue(rounds, matched, new LoggedEstimate(mean, Math.Sqrt(variance / matched)));
    }
}
