namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// Takes a ranking, best first, as far as the shelf has room. Boosts upset its order, so with them items are gathered until none
/// further down could come forward enough. Values are base-2 logarithms: a count a thousand half-lives below the highest is
/// still above another.
/// </summary>
internal struct TierFill(ServingWorkspace workspace, RecommendationSource source)
{
    private readonly float _mostLift = MathF.Log2(workspace.Boosts.Highest);
    private bool _isGathering;

    /// <returns>Whether the next one may still matter.</returns>
    public bool Offer(int item, double log2)
    {
        if (workspace.Boosts.IsEmpty) return Take(item, log2);
        if (!_isGathering)
        {
            workspace.TopItems.Begin(workspace.Shelf.Missing);
            _isGathering = true;
        }

        if (log2 + _mostLift < workspace.TopItems.Threshold) return false;
        if (workspace.Filter.Allows(item)) workspace.TopItems.Offer(item, (float)log2 + MathF.Log2(workspace.Boosts.Of(item)));
        return true;
    }

    public readonly void End()
    {
        if (!_isGathering) return;
        foreach (var (item, log2) in workspace.TopItems.Drain()) Add(item, log2);
    }

    private readonly bool Take(int item, double log2)
    {
        if (workspace.Shelf.IsFull) return false;
        if (workspace.Filter.Allows(item)) Add(item, log2);
        return true;
    }

    private readonly void Add(int item, double log2)
    {
        workspace.Shelf.Add(item, Math.Pow(2, log2), source);
        workspace.Filter.Block(item);
    }
}
