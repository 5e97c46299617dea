namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <summary>What stands in a file; the numbers are part of the format.</summary>
internal enum ModelKind : byte
{
    Linear = 1,
    Factors = 2,
}
