using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Recommendations;

/// <summary>A query whose filter can be asked the slow way, too.</summary>
internal sealed record FilteredQuery(ConditionPredicate Holds, RecommendationQuery Query)
{
    /// <summary>Everything the list may hold: what is allowed and meets the filter, and what is pinned and may be shown.</summary>
    public HashSet<string> ListOf(World world)
    {
        var attributes = world.Catalogue.ToDictionary(item => item.ItemId, item => item.Attributes);
        var allowed = world.Allowed(Query).Where(id => Holds(attributes.GetValueOrDefault(id, AttributeMap.Empty)));
        return [.. allowed, .. PinsOf(world)];
    }

    public IEnumerable<string> PinsOf(World world)
    {
        var showable = world.Allowed(Query with { LeaveOut = LeaveOut.Nothing, Categories = [] });
        return Query.Pinned.Select(pin => pin.ItemId).Where(showable.Contains);
    }
}
