namespace PersonalizationEngine.Functions.Admin.Scoring.Calibration;

/// <summary>Where the draft was stored.</summary>
/// <param name="Path">To look at it; with <c>/publish</c> in place of <c>/draft</c> it goes live.</param>
internal sealed record CalibratedDraftAnswer(long ModelId, int Revision, string Path);
