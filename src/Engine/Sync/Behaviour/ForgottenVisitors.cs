namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <param name="Last">The last visitor forgotten; null when nobody is left to forget.</param>
/// <param name="People">Whose visitors they were.</param>
public sealed record ForgottenVisitors(string? Last, IReadOnlyList<string> People)
{
    public static ForgottenVisitors None { get; } = new(null, []);
}
