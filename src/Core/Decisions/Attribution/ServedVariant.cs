namespace PersonalizationEngine.Core.Decisions.Attribution;

public readonly record struct ServedVariant(long ExperimentId, int VariantIndex);
