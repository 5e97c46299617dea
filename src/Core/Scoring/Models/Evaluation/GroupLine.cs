namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>One group's part of a score.</summary>
/// <param name="Sum">Of what its rules count.</param>
/// <param name="Counted">What counts in the total, within the bounds of the group.</param>
public sealed record GroupLine(ScoreGroup Group, IReadOnlyList<RuleLine> Rules, double Sum, double Counted)
{
    public bool IsCut => Sum != Counted;

    internal static GroupLine Of(GroupTrack track, DateTimeOffset at)
    {
        var rules = track.Rules.Select(rule => RuleLine.Of(rule, at)).ToList();
        var sum = rules.Sum(rule => rule.Counted);
        return new GroupLine(track.Group, rules, sum, track.Group.Bounds.Clamp(sum));
    }
}
