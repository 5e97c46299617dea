namespace PersonalizationEngine.Engine.OtherProcesses;

/// <summary>Everything held under one person has moved to the other.</summary>
public readonly record struct MergedPeople(string From, string To);
