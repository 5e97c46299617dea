namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>A variant as somebody types it.</summary>
/// <param name="Weight">In percent; empty in all variants for equal shares.</param>
/// <param name="Recommender">Empty for the list as it is.</param>
public sealed record VariantForm(string Key, string Name, string Weight, string Recommender);
