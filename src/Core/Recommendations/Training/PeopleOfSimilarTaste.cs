using System.Collections.Concurrent;
using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Serving;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>The part of the blend that asks people of similar taste, over a matrix instead of what is live.</summary>
internal sealed class PeopleOfSimilarTaste(InteractionMatrix matrix, RecommenderSettings settings) : IItemModel
{
    private readonly ConcurrentBag<ServingWorkspace> _workspaces = [];
    private readonly Knowledge _knowledge = new(LiveState.Of(matrix, settings), Catalogue.Empty, TrainedModels.None, settings);

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<WeightedItem> profile, ScoreBuffer scores)
    {
        if (!_workspaces.TryTake(out var workspace)) workspace = new ServingWorkspace(_knowledge.State.Items);
        workspace.Person = -1;
        workspace.ProfileItems.Clear();
        workspace.ProfileItems.AddRange(profile);
        UserNeighbourhood.Score(_knowledge, workspace);
        scores.AddScaled(workspace.UserBased, 1);
        _workspaces.Add(workspace);
    }

    /// <summary>Nothing: what it says comes from people, whom no reason names.</summary>
    public void Explain(ReadOnlySpan<WeightedItem> profile, int target, Span<float> contributions) => contributions.Clear();
}
