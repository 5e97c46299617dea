namespace PersonalizationEngine.Functions.Admin.Suppressions;

/// <param name="Written">New, or with a reason that weighs more than the one that was there.</param>
internal sealed record ImportedSuppressionsAnswer(int Read, int Written);
