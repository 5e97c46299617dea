namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

public sealed record OutlineGroup(Joining Joining, IReadOnlyList<OutlinePart> Parts) : OutlinePart
{
    public static OutlineGroup Everybody { get; } = new(Joining.All, []);
}
