using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Turns a query's ids into numbers: the person's profile, the context, and what must not be shown.</summary>
internal static class RequestReader
{
    // Items of a session further back than this say nothing of the next click.
    private const int MostContextItems = 10;

    public static void Read(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace)
    {
        workspace.Filter.Begin(knowledge, query);
        workspace.Boosts.Begin(knowledge, query);
        for (var index = 0; index < query.ExcludeIds.Count; index++)
            if (knowledge.State.Items.TryFind(query.ExcludeIds[index], out var item)) workspace.Filter.Block(item);
        ReadContext(knowledge.State.Items, query, workspace);
        // Before what the person has met is blocked: that keeps no pinned item out.
        workspace.Pins.Begin(knowledge.State.Items, query, workspace.Filter);
        BlockSession(knowledge.State.Items, query, workspace.Filter);
        ReadHistory(knowledge, query, workspace);
        workspace.Proposed.Clear();
        workspace.Exploration.Clear();
        workspace.Blend.Clear();
        workspace.Sums.Reset(0);
    }

    private static void ReadHistory(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace)
    {
        workspace.ProfileItems.Clear();
        workspace.ItemsMet = 0;
        workspace.Person = -1;
        if (!knowledge.State.People.TryFind(query.PersonId, out var person)) return;
        if (knowledge.State.HistoryOf(person) is not { } history) return;

        workspace.Person = person;
        workspace.ItemsMet = knowledge.State.ItemsMetBy(person);
        ProfileWeights.Fill(history.Items, history.Weights, PositionDecay(knowledge), workspace.ProfileItems);
        if (query.LeaveOut == LeaveOut.Bought) Block(history.Bought, workspace.Filter);
        if (query.LeaveOut != LeaveOut.Seen) return;
        foreach (var item in history.Items) workspace.Filter.Block(item);
        Block(history.Older, workspace.Filter);
    }

    private static void Block(HashSet<int> items, CandidateFilter filter)
    {
        foreach (var item in items) filter.Block(item);
    }

    private static double PositionDecay(Knowledge knowledge) =>
        knowledge.Models.Plan?.PositionDecay ?? knowledge.Settings.HistoryPositionDecay;

    private static void ReadContext(IdTable items, RecommendationQuery query, ServingWorkspace workspace)
    {
        var context = workspace.ContextItems;
        context.Clear();
        if (items.TryFind(query.CurrentItemId, out var current))
        {
            context.Add(current);
            workspace.Filter.Block(current);
        }

        for (var index = query.SessionItemIds.Count - 1; index >= 0; index--)
        {
            if (!items.TryFind(query.SessionItemIds[index], out var item)) continue;
            if (context.Count < MostContextItems && !context.Contains(item)) context.Add(item);
        }
    }

    private static void BlockSession(IdTable items, RecommendationQuery query, CandidateFilter filter)
    {
        if (query.LeaveOut != LeaveOut.Seen) return;
        for (var index = 0; index < query.SessionItemIds.Count; index++)
            if (items.TryFind(query.SessionItemIds[index], out var item)) filter.Block(item);
    }
}
