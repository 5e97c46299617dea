namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>
/// One person's score by one model as a function of time:
/// <c>clamp(Σ groups clamp(Σ rules clamp(Σ acts points × decay(t - act))))</c>, acts after t left out. Nothing of it is stored, so
/// any instant can be asked for.
/// </summary>
public sealed class LeadCurve
{
    private readonly GroupTrack[] _groups;

    internal LeadCurve(LeadModel model, GroupTrack[] groups, DateTimeOffset? knownUntil) => (Model, _groups, KnownUntil) = (model, groups, knownUntil);

    public LeadModel Model { get; }

    /// <summary>From when on it cannot be told, because factors change by themselves then; null for never.</summary>
    public DateTimeOffset? KnownUntil { get; }

    /// <summary>From when on changes of factors are left out, because there are too many of them; null when none are.</summary>
    public DateTimeOffset? FollowedUntil { get; internal init; }

    internal IReadOnlyList<GroupTrack> Groups => _groups;

    internal IEnumerable<RuleTrack> Rules => _groups.SelectMany(group => group.Rules);

    /// <summary>The exact score.</summary>
    public double Score(DateTimeOffset at) => Model.Bounds.Clamp(Sum(at));

    /// <summary>The groups together, before the bounds of the total.</summary>
    public double Sum(DateTimeOffset at)
    {
        var sum = 0.0;
        foreach (var group in _groups) sum += group.Value(at);
        return sum;
    }

    /// <summary>The score with its receipt.</summary>
    public ModelScore At(DateTimeOffset at)
    {
        var groups = _groups.Select(group => GroupLine.Of(group, at)).ToList();
        return ModelScore.Of(Model, groups, at);
    }

    /// <summary>The first instant after one, and up to another, at which the score is below a threshold; null when there is none.</summary>
    public DateTimeOffset? FirstBelow(double threshold, DateTimeOffset after, DateTimeOffset upTo) =>
        new CrossingSearch(this, threshold, isBelow: true).First(after, upTo);

    /// <summary>The first instant at which the score has reached a threshold; as <see cref="FirstBelow"/>.</summary>
    public DateTimeOffset? FirstReached(double threshold, DateTimeOffset after, DateTimeOffset upTo) =>
        new CrossingSearch(this, threshold, isBelow: false).First(after, upTo);

    /// <summary>The least, or the most, it can be between two instants with no arrival between them.</summary>
    internal double Bound(DateTimeOffset from, DateTimeOffset to, bool isLeast)
    {
        var sum = 0.0;
        foreach (var group in _groups) sum += group.Bound(from, to, isLeast);
        return Model.Bounds.Clamp(sum);
    }
}
