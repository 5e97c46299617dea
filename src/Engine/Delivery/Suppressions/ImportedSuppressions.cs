namespace PersonalizationEngine.Engine.Delivery.Suppressions;

/// <param name="Written">New, or with a reason that weighs more than the one that was there.</param>
public sealed record ImportedSuppressions(int Read, int Written);
