namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>What is hidden from the recommender to see whether it finds it.</summary>
public enum EvaluationProtocol
{
    /// <summary>All that came after one instant, the same for everybody: what a site would have had to guess on that day.</summary>
    Temporal,

    /// <summary>A fifth of each history, from anywhere in it: age says nothing, and more people can be judged.</summary>
    Random,
}
