namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class HappeningEnum() : WireEnum(
    "Happening", "What happened to a definition.",
    "added", "changed", "removed", "published", "rolled_back", "found");
