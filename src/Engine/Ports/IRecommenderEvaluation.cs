using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Tells how good a recommender would have been on what it has learnt.</summary>
public interface IRecommenderEvaluation
{
    /// <summary>
    /// Takes one snapshot of what was learnt and works on the calling thread, for seconds to many minutes; recommendations go on
    /// meanwhile, and know nothing of it.
    /// </summary>
    OwnDataReport Evaluate(OwnDataOptions options);
}
