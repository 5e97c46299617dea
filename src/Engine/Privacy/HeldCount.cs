namespace PersonalizationEngine.Engine.Privacy;

/// <param name="Section">As the export names it.</param>
/// <param name="Before">Rows when the erasure began.</param>
/// <param name="After">Rows when it was through; null until then.</param>
public sealed record HeldCount(string Section, long Before, long? After);
