using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>A person's place in all experiments, before anything is decided on it.</summary>
/// <param name="Attributes">What conditions of rules can ask, the variants included.</param>
public sealed record Placement(AttributeMap Attributes, IReadOnlyList<Assignment> Assignments)
{
    /// <summary>The experiment that the recommendations are to come from, or null for those of every day.</summary>
    public Assignment? OfRecommendations
    {
        get
        {
            foreach (var assignment in Assignments)
                if (assignment is { IsServed: true, Variant.Recommender: not null }) return assignment;
            return null;
        }
    }
}
