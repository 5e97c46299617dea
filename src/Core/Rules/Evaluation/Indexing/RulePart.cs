using PersonalizationEngine.Core.Rules.Conditions.Sets;

namespace PersonalizationEngine.Core.Rules.Evaluation.Indexing;

/// <summary>A question without whose yes a rule cannot hold.</summary>
/// <param name="Rule">The rule's place in the order of asking.</param>
/// <param name="Number">Of the question in the graph.</param>
internal readonly record struct RulePart(int Rule, int Number, GraphNode Node);
