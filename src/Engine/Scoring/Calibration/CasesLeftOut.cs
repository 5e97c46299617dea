namespace PersonalizationEngine.Engine.Scoring.Calibration;

/// <summary>Looks that nothing was learnt from, because the profile is known only as it was changed later.</summary>
public readonly record struct CasesLeftOut(long Looks, long Conversions);
