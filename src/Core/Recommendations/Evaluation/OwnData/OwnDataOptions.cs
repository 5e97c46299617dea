namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>What to evaluate, and how much of it. Values out of range are a fault of the caller.</summary>
public sealed record OwnDataOptions
{
    public const int MostPlaces = 50;
    public const int FewestPeople = 20;
    public const int MostPeople = 100_000;

    public IReadOnlyList<EvaluationProtocol> Protocols { get; init; } = [EvaluationProtocol.Temporal, EvaluationProtocol.Random];

    /// <summary>How many places of a list are judged, 1 to 50. Default 10.</summary>
    public int K { get; init; } = 10;

    /// <summary>
    /// How many people are asked for at most, 20 to 100,000; of more, a sample that is always the same. All are learnt from.
    /// Default 2,000.
    /// </summary>
    public int People { get; init; } = 2000;

    /// <summary>How many threads may work, from 1. Default 1, so that serving keeps the others.</summary>
    public int Cores { get; init; } = 1;
}
