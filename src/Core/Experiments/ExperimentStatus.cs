namespace PersonalizationEngine.Core.Experiments;

/// <summary>Where an experiment is in its life. Only a running one assigns people.</summary>
public enum ExperimentStatus
{
    Draft,
    Running,
    Paused,
    Completed,
}
