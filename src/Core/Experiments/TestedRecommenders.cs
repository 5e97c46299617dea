namespace PersonalizationEngine.Core.Experiments;

/// <summary>Recommenders that a variant can name.</summary>
public static class TestedRecommenders
{
    public const string Blend = "blend", Popular = "popular", Trending = "trending", Similar = "similar";

    /// <summary>The personal list; what many met; what many met lately; what goes with what the person looked at last.</summary>
    public static IReadOnlyList<string> All { get; } = [Blend, Popular, Trending, Similar];
}
