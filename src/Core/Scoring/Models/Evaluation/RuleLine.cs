namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>One rule's part of a score.</summary>
/// <param name="Points">Units times the points of the rule, as if nothing had faded.</param>
/// <param name="Decayed">What is left of them.</param>
/// <param name="Counted">What counts in the group, within the bounds of the rule.</param>
public sealed record RuleLine(ScoreRule Rule, RuleCount Count, double Points, double Decayed, double Counted)
{
    public bool IsCut => Decayed != Counted;

    internal static RuleLine Of(RuleTrack track, DateTimeOffset at)
    {
        var count = track.Count(at);
        return new RuleLine(track.Rule, count, count.Units * track.Rule.Points, track.Decayed(at), track.Value(at));
    }
}
