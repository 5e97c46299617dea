namespace PersonalizationEngine.Durable;

/// <summary>What an activity is given: about what a message to a person needs.</summary>
public sealed record Item(string Person, string Template, int Number);
