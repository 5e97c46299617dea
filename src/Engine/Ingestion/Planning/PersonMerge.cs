namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>Everything held under one person moves to the other.</summary>
/// <param name="Because">The identity that showed the two to be one.</param>
public sealed record PersonMerge(string From, string To, string Because);
