namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>By what a report is broken down, in UTC; a week begins on Monday.</summary>
public enum QualityPeriod
{
    Day,
    Week,
    Month,
}
