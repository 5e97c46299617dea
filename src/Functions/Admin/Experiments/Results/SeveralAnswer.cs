namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>People served several variants, who are left out.</summary>
/// <param name="Share">Of all who were served any.</param>
/// <param name="Suspicious">So many that those left may not stand for all: above 1 %.</param>
internal sealed record SeveralAnswer(long Users, double Share, bool Suspicious);
