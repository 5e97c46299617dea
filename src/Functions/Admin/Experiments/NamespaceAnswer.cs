namespace PersonalizationEngine.Functions.Admin.Experiments;

/// <summary>The share of people that an experiment has in a room it shares with others.</summary>
internal sealed record NamespaceAnswer(string Id, double Start, double End);
