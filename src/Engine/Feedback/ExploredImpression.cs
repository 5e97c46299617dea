using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>An item of an exploration place that was shown.</summary>
public readonly record struct ExploredImpression(string PersonId, ExplorationChoice Choice, bool IsClicked);
