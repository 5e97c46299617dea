using PersonalizationEngine.Core.Scoring.Models.Crossings;

namespace PersonalizationEngine.Engine.Scoring.Models.Crossings;

/// <summary>Where somebody stood by a model when they were looked at last.</summary>
/// <param name="ModelVersion">Of the model they were looked at by.</param>
/// <param name="Revision">Rises each time it is kept; whoever keeps it says which one they saw.</param>
public sealed record LeadStanding(int ModelVersion, IReadOnlyList<ThresholdState> States, DateTimeOffset EvaluatedAt, long Revision);
