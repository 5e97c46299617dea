namespace PersonalizationEngine.Engine.Experiments.Facts;

/// <summary>Somebody who was served a variant of an experiment.</summary>
/// <param name="Variant">One of those they were served; the only one unless there were several.</param>
/// <param name="At">When they were first served any.</param>
/// <param name="Variants">How many different ones they were served; with more than one they are of no use to a comparison.</param>
public readonly record struct ExposedPerson(string PersonId, string Variant, DateTimeOffset At, int Variants);
