namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>How points become a probability.</summary>
public enum CurveKind
{
    /// <summary>Platt's below 1,000 conversions, isotonic from there on.</summary>
    Auto,
    Platt,
    Isotonic,
}
