namespace PersonalizationEngine.Engine.Administration;

/// <summary>Whether what is live may only change by a draft that somebody else has approved of.</summary>
public sealed record ReviewPolicy(bool IsRequired)
{
    public static ReviewPolicy None { get; } = new(false);
}
