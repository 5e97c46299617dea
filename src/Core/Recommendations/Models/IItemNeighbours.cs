namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Knows which items are alike, whoever looks at them.</summary>
public interface IItemNeighbours
{
    /// <summary>Adds the similarity, above 0, of each item that is like the given one.</summary>
    void AddNeighbours(int item, float weight, ScoreBuffer scores);
}
