namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>Points that a profile gives: the same at any time.</summary>
internal sealed class FitTrack(FitRule rule, bool holds) : RuleTrack(rule)
{
    public override bool IsSteady => true;

    public override double Decayed(DateTimeOffset at) => holds ? Rule.Points : 0;

    public override RuleCount Count(DateTimeOffset at) => new(holds ? 1 : 0, null);

    public override IEnumerable<DateTimeOffset> Arrivals(DateTimeOffset after, DateTimeOffset upTo) => [];
}
