namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>
/// What one rule gives one person as time goes by. From one of the <see cref="Arrivals"/> to the next it only comes nearer to zero.
/// </summary>
internal abstract class RuleTrack(ScoreRule rule)
{
    public ScoreRule Rule { get; } = rule;

    /// <summary>The half-life with which all of it fades from that instant on, if it does so; null otherwise.</summary>
    public virtual TimeSpan? HalfLifeFrom(DateTimeOffset at) => null;

    /// <summary>Whether it stays as it is between arrivals.</summary>
    public abstract bool IsSteady { get; }

    /// <summary>Points after decay and before the bounds.</summary>
    public abstract double Decayed(DateTimeOffset at);

    public abstract RuleCount Count(DateTimeOffset at);

    /// <summary>Points that count in the group.</summary>
    public double Value(DateTimeOffset at) => Rule.Bounds.Clamp(Decayed(at));

    /// <summary>When it jumps away from zero, after the first instant and up to the second; in no order.</summary>
    public abstract IEnumerable<DateTimeOffset> Arrivals(DateTimeOffset after, DateTimeOffset upTo);
}
