namespace PersonalizationEngine.Functions.Admin.Experiments;

internal sealed record NamespaceAnswer(string Id, double Start, double End);
