namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Cuts the page asked for out of the finished list and says of each item why it is there.</summary>
internal static class PageWriter
{
    public static int Offset(RecommendationQuery query) => Math.Max(0, query.Offset);

    public static int Limit(RecommendationQuery query) => Math.Clamp(query.Limit, 1, RecommendationQuery.MaximumLimit);

    /// <summary>How long the list must grow: one beyond the page, to know whether there is more.</summary>
    public static int Needed(Knowledge knowledge, RecommendationQuery query) =>
        (int)Math.Min((long)Offset(query) + Limit(query) + 1, knowledge.State.Items.Count);

    public static void Write(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace, RecommendationBuffer answer)
    {
        var placed = workspace.Arrangement.Items;
        var (offset, end) = (Offset(query), workspace.Arrangement.PageEnd);
        answer.Begin(offset);
        for (var place = offset; place < end; place++)
        {
            var item = placed[place];
            var causes = ContributionWriter.Write(knowledge, query, workspace, item, answer);
            var reason = ReasonWriter.Write(knowledge, query, workspace, item, causes);
            double? propensity = item.Propensity > 0 ? item.Propensity : null;
            answer.Add(new Suggestion(knowledge.State.Items[item.Item], item.Score, item.Source, reason, propensity)
            {
                Choice = propensity is null ? null : workspace.Exploration.ChoiceOf(item.Item),
            });
        }

        answer.HasMore = placed.Length > end && end > 0;
    }
}
