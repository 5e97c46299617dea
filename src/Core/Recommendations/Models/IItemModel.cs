namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// A trained model that scores items for a profile. Immutable and safe for use from any thread. Items are numbers of the
/// recommender whose data it was trained on; those that came later have no score.
/// </summary>
public interface IItemModel
{
    /// <summary>Adds the score of every item the profile speaks for; items of the profile itself may be among them.</summary>
    void Score(ReadOnlySpan<WeightedItem> profile, ScoreBuffer scores);

    /// <summary>Writes what each item of the profile, in its order, added to the score of <paramref name="target"/>.</summary>
    void Explain(ReadOnlySpan<WeightedItem> profile, int target, Span<float> contributions);
}
