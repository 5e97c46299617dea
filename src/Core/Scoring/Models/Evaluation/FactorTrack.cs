namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>Points for the units of a factor, as it went.</summary>
internal sealed class FactorTrack(FactorRule rule, FactorTimeline factors) : RuleTrack(rule)
{
    public override bool IsSteady => true;

    public override double Decayed(DateTimeOffset at) => Rule.Points * (double)factors.At(at)[rule.Factor].Value;

    public override RuleCount Count(DateTimeOffset at)
    {
        var value = factors.At(at)[rule.Factor];
        return new RuleCount((double)value.Value, value.LatestAt);
    }

    public override IEnumerable<DateTimeOffset> Arrivals(DateTimeOffset after, DateTimeOffset upTo) =>
        factors.Changes.Where(change => change > after && change <= upTo);
}
