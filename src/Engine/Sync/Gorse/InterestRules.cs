using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>When acts amount to an interest. <c>./run gorse-config</c> writes the same type and threshold into Gorse's configuration.</summary>
public sealed record InterestRules(InteractionWeights Weights)
{
    /// <summary>The only type of feedback Gorse is sent. It admits letters, digits and underscores.</summary>
    public const string FeedbackType = "interest";

    /// <summary>From this strength on Gorse is told: three views not much more than a week apart from each other, or one strong act.</summary>
    public const double Threshold = 2.5;

    /// <summary>An act of this weight that is no mere view is strong: it alone reaches the threshold.</summary>
    public const double StrongWeight = 2;

    /// <summary>After this time an act counts half for those that follow. Default 30 days.</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>0 for an act that says nothing.</summary>
    public double WeightOf(string type, string? name)
    {
        var weight = Weights.WeightOf(type, name);
        return type != ActivityTypes.PageView && weight >= StrongWeight ? Math.Max(weight, Threshold) : weight;
    }
}
