using PersonalizationEngine.Core.Scoring.Models.Decaying;

namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>Points for acts, each of which fades by itself. Acts that share a half-life are folded, so that asking costs no more for many.</summary>
internal sealed class ActTrack : RuleTrack
{
    private readonly ActRule _rule;
    private readonly DateTimeOffset[] _acts, _clears;

    /// <summary>What was left of the acts up to each of them, right after it; null where they do not fold.</summary>
    private readonly double[]? _folded;

    /// <param name="acts">In any order, as are <paramref name="clears"/>.</param>
    public ActTrack(ActRule rule, IEnumerable<DateTimeOffset> acts, IEnumerable<DateTimeOffset> clears)
        : base(rule)
    {
        (_rule, _acts, _clears) = (rule, [.. acts.Order()], [.. clears.Order()]);
        if (rule is { Decay: HalfLifeDecay decay, Within: null }) _folded = Fold(decay.HalfLife);
    }

    public override bool IsSteady => _acts.Length == 0 || (_clears.Length == 0 && _rule.Reach is null);

    public override TimeSpan? HalfLifeFrom(DateTimeOffset at) =>
        _folded is not null && (_clears.Length == 0 || _clears[^1] <= at) ? ((HalfLifeDecay)_rule.Decay).HalfLife : null;

    public override double Decayed(DateTimeOffset at)
    {
        var last = Last(_acts, at);
        if (last < 0 || IsCleared(last, at)) return 0;
        return _folded is null ? Sum(last, at) : _folded[last] * _rule.Decay.Left(at - _acts[last]);
    }

    public override RuleCount Count(DateTimeOffset at)
    {
        var last = Last(_acts, at);
        var count = 0;
        for (var i = last; i >= 0 && Counts(i, at); i--) count++;
        return new RuleCount(count, count > 0 ? _acts[last] : null);
    }

    public override IEnumerable<DateTimeOffset> Arrivals(DateTimeOffset after, DateTimeOffset upTo)
    {
        for (var i = Last(_acts, after) + 1; i < _acts.Length && _acts[i] <= upTo; i++) yield return _acts[i];
    }

    private double[] Fold(TimeSpan halfLife)
    {
        var folded = new double[_acts.Length];
        var value = new DecayedValue(0, DateTimeOffset.MinValue, halfLife);
        for (var i = 0; i < folded.Length; i++)
        {
            if (i > 0 && IsCleared(i - 1, _acts[i])) value = value with { Value = 0 };
            value = value.Add(_rule.Points, _acts[i]);
            folded[i] = value.Value;
        }

        return folded;
    }

    private double Sum(int last, DateTimeOffset at)
    {
        var sum = 0.0;
        for (var i = last; i >= 0 && Counts(i, at); i--) sum += _rule.Points * _rule.Decay.Left(at - _acts[i]);
        return sum;
    }

    /// <summary>Of the acts up to that instant a later one counts at least as long.</summary>
    private bool Counts(int act, DateTimeOffset at)
    {
        var age = at - _acts[act];
        return !(age > _rule.Within) && _rule.Decay.Left(age) > 0 && !IsCleared(act, at);
    }

    private bool IsCleared(int act, DateTimeOffset at) => Last(_clears, at) is >= 0 and var clear && _clears[clear] >= _acts[act];

    /// <summary>The last one up to that instant; -1 for none.</summary>
    private static int Last(DateTimeOffset[] instants, DateTimeOffset at)
    {
        var (low, high) = (0, instants.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (instants[middle] <= at) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
