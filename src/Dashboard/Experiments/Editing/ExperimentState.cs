using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Trying;
using PersonalizationEngine.Engine.Experiments.Planning;

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>What the editor of an experiment shows.</summary>
/// <param name="Live">Null for a new one.</param>
/// <param name="Version">That the edit was begun from; 0 for a new one.</param>
public sealed record ExperimentState(Stored<Experiment>? Live, int Version, ExperimentForm Form)
{
    /// <summary>Then what decides who gets which variant stays as it is.</summary>
    public bool IsStarted => Live is { Value.Status: not ExperimentStatus.Draft };

    public PlanReport? Plan { get; init; }

    public Audience? Audience { get; init; }
}
