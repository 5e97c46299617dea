namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>What the rules of a group give one person as time goes by.</summary>
internal sealed class GroupTrack(ScoreGroup group, RuleTrack[] rules)
{
    public ScoreGroup Group { get; } = group;

    public IReadOnlyList<RuleTrack> Rules => rules;

    public double Value(DateTimeOffset at)
    {
        var sum = 0.0;
        foreach (var rule in rules) sum += rule.Value(at);
        return Group.Bounds.Clamp(sum);
    }

    /// <summary>The least, or the most, it can be between two instants with no arrival between them: points fade, and so do those taken.</summary>
    public double Bound(DateTimeOffset from, DateTimeOffset to, bool isLeast)
    {
        var sum = 0.0;
        foreach (var rule in rules) sum += rule.Value(rule.Rule.Points > 0 == isLeast ? to : from);
        return Group.Bounds.Clamp(sum);
    }
}
