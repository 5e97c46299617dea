using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Core.Scoring.Models.Crossings;

/// <summary>
/// Follows a score past the thresholds of its model: entered at the threshold, left the hysteresis below it, and not crossed again
/// before the dwell is over. A score that has meanwhile come back has not crossed.
/// </summary>
public static class CrossingWatch
{
    /// <summary>Nobody crosses one threshold more often between two looks.</summary>
    private const int MostCrossings = 1000;

    private static readonly LeadSegment[] Watched = [LeadSegment.WarmLead, LeadSegment.HotLead, LeadSegment.SalesReady];

    /// <summary>Outside of everything.</summary>
    public static IReadOnlyList<ThresholdState> Begin() => [.. Watched.Select(segment => new ThresholdState(segment, false, null, 0))];

    /// <summary>Takes where the score stands for where the person is, without a crossing: when a model, or a version of it, begins.</summary>
    public static IReadOnlyList<ThresholdState> Settle(LeadCurve curve, IReadOnlyList<ThresholdState> states, DateTimeOffset at)
    {
        var score = curve.Score(at);
        return [.. states.Select(state => state with { IsInside = Passes(curve.Model, state, score) != state.IsInside })];
    }

    /// <summary>What was crossed between two instants, the first one included, and where that leads.</summary>
    public static (IReadOnlyList<ThresholdState> States, IReadOnlyList<ThresholdCrossing> Crossings) Advance(
        LeadCurve curve, IReadOnlyList<ThresholdState> states, DateTimeOffset from, DateTimeOffset to)
    {
        var crossings = new List<ThresholdCrossing>();
        var next = states.Select(state => Advance(curve, state, from, to, crossings)).ToList();
        return (next, [.. crossings.OrderBy(crossing => crossing.At).ThenBy(crossing => crossing.Segment)]);
    }

    /// <summary>When the next threshold is crossed if nothing more happens; null when none is until then.</summary>
    public static DateTimeOffset? Next(LeadCurve curve, IReadOnlyList<ThresholdState> states, DateTimeOffset after, DateTimeOffset upTo)
    {
        var instants = states.Select(state => Find(curve, state, after, upTo)).OfType<DateTimeOffset>().ToList();
        return instants.Count == 0 ? null : instants.Min();
    }

    private static ThresholdState Advance(
        LeadCurve curve, ThresholdState state, DateTimeOffset from, DateTimeOffset to, List<ThresholdCrossing> crossings)
    {
        for (var i = 0; i < MostCrossings && Find(curve, state, from, to) is { } at; i++)
        {
            state = state with { IsInside = !state.IsInside, Since = at, Sequence = state.Sequence + 1 };
            crossings.Add(new ThresholdCrossing(state.Segment, state.IsInside, state.Sequence, at, curve.Score(at)));
            from = at;
        }

        return state;
    }

    /// <summary>The next crossing of one threshold from one instant on, or from the end of the dwell; up to the other.</summary>
    private static DateTimeOffset? Find(LeadCurve curve, ThresholdState state, DateTimeOffset from, DateTimeOffset to)
    {
        var since = state.Since + curve.Model.Crossings.Dwell is { } free && free > from ? free : from;
        if (since > to) return null;
        if (Passes(curve.Model, state, curve.Score(since))) return since;
        return state.IsInside
            ? curve.FirstBelow(Least(curve.Model, state), since, to)
            : curve.FirstReached(Least(curve.Model, state), since, to);
    }

    /// <summary>Whether that score is on the other side.</summary>
    private static bool Passes(LeadModel model, ThresholdState state, double score) =>
        state.IsInside ? score < Least(model, state) : score >= Least(model, state);

    /// <summary>The least score inside: of one who is in, less by the hysteresis.</summary>
    private static double Least(LeadModel model, ThresholdState state) =>
        model.LeastOf(state.Segment) - (state.IsInside ? model.Crossings.Hysteresis : 0);
}
