namespace PersonalizationEngine.Engine.Administration.Trying;

/// <param name="Checked">Rules that were looked at: active, and not over.</param>
/// <param name="Seen">How many people there were to try them on.</param>
/// <param name="Asked">How many they were tried on.</param>
public sealed record FindingReport(int Checked, long Seen, int Asked, IReadOnlyList<TriedFinding> Findings);
