namespace PersonalizationEngine.Core.Recommendations.Models.Factors;

/// <summary>What stands in a row's equations beside what it met; the same in training and in serving.</summary>
/// <param name="UnseenWeight">See <see cref="FactorSettings.UnseenWeight"/>.</param>
/// <param name="Lambda">See <see cref="FactorSettings.Lambda"/>.</param>
/// <param name="FrequencyExponent">See <see cref="FactorSettings.FrequencyExponent"/>.</param>
internal readonly record struct FoldIn(float UnseenWeight, float Lambda, float FrequencyExponent)
{
    public static FoldIn From(FactorSettings settings) =>
        new((float)settings.UnseenWeight, (float)settings.Lambda, (float)settings.FrequencyExponent);

    /// <param name="gram">Of the other side's factors.</param>
    /// <param name="weight">The sum of the weights the row met.</param>
    /// <param name="others">How many rows the other side has.</param>
    public void Begin(FactorSolver solver, float[] gram, float weight, int others) =>
        solver.Begin(gram, UnseenWeight, Lambda * MathF.Pow(weight + (UnseenWeight * others), FrequencyExponent));
}
