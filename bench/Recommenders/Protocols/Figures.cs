namespace PersonalizationEngine.Recommenders.Protocols;

/// <summary>What came of one contender.</summary>
/// <param name="Values">By measure; see <see cref="Measures"/>.</param>
/// <param name="Coverage">Different items among the first ten of anybody / all items.</param>
internal sealed record Figures(
    string Name,
    string Settings,
    IReadOnlyDictionary<string, double> Values,
    double Coverage,
    double FitSeconds,
    double FitProcessorSeconds,
    double RankMicroseconds);
