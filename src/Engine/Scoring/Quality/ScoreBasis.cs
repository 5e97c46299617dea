namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>Where the scores that are judged come from.</summary>
public enum ScoreBasis
{
    /// <summary>As they were stored at their time.</summary>
    Stored,

    /// <summary>Calculated now from the events of their time, as the settings say now; also for what was imported later.</summary>
    Events,
}
