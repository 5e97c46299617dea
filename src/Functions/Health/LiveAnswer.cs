namespace PersonalizationEngine.Functions.Health;

internal sealed record LiveAnswer(string Status);
