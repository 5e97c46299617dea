namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>Whether sales-ready leads convert as often as the product promises.</summary>
public enum TargetVerdict
{
    /// <summary>The whole interval lies at or above the target.</summary>
    Met,

    /// <summary>The whole interval lies below.</summary>
    NotMet,

    /// <summary>The interval holds the target.</summary>
    NotEnoughData,
}
