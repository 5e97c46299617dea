using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>
/// Folds acts into interests. Each act adds its weight to what is left of those before, which halves with every half-life; the
/// strength is the highest the sum ever stood at. So it depends on nothing but the acts, whenever and however often it is
/// worked out, and further acts never lower it: what Gorse was told stays true until it is told more.
/// </summary>
/// <param name="wanted">The pairs of person and item to look at; all when null.</param>
public sealed class InterestFold(InterestRules rules, IReadOnlySet<(string PersonId, string ItemId)>? wanted = null)
{
    private const int Digits = 4;

    private readonly Dictionary<(string PersonId, string ItemId), Sum> _sums = [];

    /// <summary>Of the pairs that reach the threshold.</summary>
    public IEnumerable<Interest> Interests =>
        from pair in _sums
        let strength = Math.Round(pair.Value.Highest, Digits)
        where strength >= InterestRules.Threshold
        select new Interest(pair.Key.PersonId, pair.Key.ItemId, strength, pair.Value.At);

    /// <summary>The acts of one pair must come in the order of time.</summary>
    public void Add(in ItemActivity act)
    {
        var (pair, weight) = ((act.PersonId, act.ItemId), rules.WeightOf(act.Type, act.Name));
        if (weight <= 0 || wanted?.Contains(pair) is false) return;
        var before = _sums.GetValueOrDefault(pair);
        var now = (before.Now * Math.Pow(0.5, (act.At - before.At) / rules.HalfLife)) + weight;
        _sums[pair] = new Sum(now, Math.Max(now, before.Highest), act.At);
    }

    private readonly record struct Sum(double Now, double Highest, DateTimeOffset At);
}
