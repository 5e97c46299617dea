namespace PersonalizationEngine.Recommenders.Million;

/// <param name="At">A timestamp of the machine's clock.</param>
internal readonly record struct Sample(long At, double Value);
