namespace PersonalizationEngine.Engine.Identity.Undoing;

/// <summary>When ids were first and last seen since a merge; null for not at all.</summary>
public readonly record struct SeenSince(DateTimeOffset? First, DateTimeOffset? Last);
