namespace PersonalizationEngine.Engine.Administration.Listing;

/// <param name="Total">How many fit the question, on all pages.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Slots">Every slot there is, to ask by.</param>
/// <param name="Everything">How many rules there are, whatever was asked.</param>
public sealed record ListedRules(IReadOnlyList<ListedRule> Rules, int Total, RulePlace? Next, IReadOnlyList<string> Slots, int Everything);
