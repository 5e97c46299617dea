namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>Probabilities of one comparison, corrected for all of the experiment's: by Holm, and by Benjamini and Hochberg.</summary>
public sealed record CorrectedProbabilities(double FixedHolm, double FixedHochberg, double SequentialHolm, double SequentialHochberg)
{
    public static CorrectedProbabilities None { get; } = new(1, 1, 1, 1);
}
