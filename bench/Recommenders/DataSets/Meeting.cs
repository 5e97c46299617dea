namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>A person met an item.</summary>
/// <param name="Rating">1 where the file has none.</param>
/// <param name="Seconds">Since 1970; 0 where the file has no times.</param>
internal readonly record struct Meeting(int Person, int Item, float Rating, double Seconds);
