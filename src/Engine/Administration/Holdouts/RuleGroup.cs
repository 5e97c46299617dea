namespace PersonalizationEngine.Engine.Administration.Holdouts;

/// <param name="Converted">How many of the people did at least once after they were first reached.</param>
public sealed record RuleGroup(long People, long Converted)
{
    public static RuleGroup Nobody { get; } = new(0, 0);

    /// <summary>Of people who converted; null without people.</summary>
    public double? Rate => People == 0 ? null : (double)Converted / People;

    /// <summary>Of the rate: <c>p(1-p)/n</c>.</summary>
    public double Variance => Rate is { } p ? p * (1 - p) / People : 0;
}
