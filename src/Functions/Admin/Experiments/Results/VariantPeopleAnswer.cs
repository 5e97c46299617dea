namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>How many people a variant has.</summary>
/// <param name="Users">People who count: served this variant and no other.</param>
/// <param name="Expected">How many of all it should have, by the weights that were in force when they came.</param>
internal sealed record VariantPeopleAnswer(string Variant, long Users, double Expected);
