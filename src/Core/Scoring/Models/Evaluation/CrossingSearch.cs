namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>
/// Finds when a score first passes a threshold. Where all that changes fades with one half-life and no bound cuts it, in closed form;
/// otherwise by halving the time, leaving out what cannot hold a crossing: between two acts a rule only comes nearer to zero, so
/// that its ends bound it.
/// </summary>
internal sealed class CrossingSearch(LeadCurve curve, double threshold, bool isBelow)
{
    /// <summary>Beyond that instants are told less exactly; only scores that graze the threshold for long get there.</summary>
    private const int MostSteps = 20_000;

    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private int _steps;

    public DateTimeOffset? First(DateTimeOffset after, DateTimeOffset upTo)
    {
        var from = after;
        var arrivals = curve.Rules.SelectMany(rule => rule.Arrivals(after, upTo)).Distinct().Order();
        foreach (var arrival in arrivals)
        {
            if (Between(from, arrival - Tick) is { } before) return before;
            if (Holds(arrival)) return arrival;
            from = arrival;
        }

        return Between(from, upTo);
    }

    private bool Holds(DateTimeOffset at) => isBelow ? curve.Score(at) < threshold : curve.Score(at) >= threshold;

    /// <summary>After the first and up to the second, with no arrival between them.</summary>
    private DateTimeOffset? Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from) return null;
        if (isBelow && InClosedForm(from) is (true, var at)) return at <= to ? at : null;
        return Halve(from, to);
    }

    private DateTimeOffset? Halve(DateTimeOffset from, DateTimeOffset to)
    {
        if (curve.Rules.All(rule => rule.IsSteady)) return Holds(from + Tick) ? from + Tick : null;
        var bound = curve.Bound(from, to, isLeast: isBelow);
        if (isBelow ? bound >= threshold : bound < threshold) return null;
        if (to - from <= Tick || ++_steps > MostSteps) return Holds(to) ? to : null;
        var middle = from + (to - from) / 2;
        return Halve(from, middle) ?? Halve(middle, to);
    }

    /// <returns>Whether it can be told so, and then when; null for never.</returns>
    private (bool Told, DateTimeOffset? At) InClosedForm(DateTimeOffset from)
    {
        var (fading, steady) = (new DecayedValue(0, from, TimeSpan.Zero), 0.0);
        foreach (var rule in curve.Rules)
        {
            if (rule.IsSteady) steady += rule.Value(from);
            else if (rule.Rule.Points > 0 && rule.HalfLifeFrom(from) is { } halfLife && (fading.HalfLife == TimeSpan.Zero || fading.HalfLife == halfLife))
                fading = fading with { Value = fading.Value + rule.Decayed(from), HalfLife = halfLife };
            else return (false, null);
        }

        if (fading.HalfLife == TimeSpan.Zero || IsCut(from, steady + fading.Value) || IsCutInTheEnd(from, steady)) return (false, null);
        if (fading.Value + steady < threshold) return (true, from + Tick);
        return (true, fading.Crosses(threshold - steady) is { } at ? FirstHolding(at > from ? at : from) : null);
    }

    /// <summary>Where the score is equal to the threshold it is not below it; a tick later it is.</summary>
    private DateTimeOffset FirstHolding(DateTimeOffset at)
    {
        for (var i = 0; i < 4 && !Holds(at); i++) at += Tick;
        return at;
    }

    private bool IsCut(DateTimeOffset from, double plain) => Differ(curve.Score(from), plain);

    /// <summary>What fades stays above zero and above its end: nothing is cut between two instants where nothing is.</summary>
    private bool IsCutInTheEnd(DateTimeOffset from, double steady)
    {
        var sum = 0.0;
        foreach (var group in curve.Groups) sum += group.Group.Bounds.Clamp(group.Rules.Where(rule => rule.IsSteady).Sum(rule => rule.Value(from)));
        return Differ(curve.Model.Bounds.Clamp(sum), steady);
    }

    private static bool Differ(double a, double b) => Math.Abs(a - b) > 1e-9 * Math.Max(1, Math.Abs(a));
}
