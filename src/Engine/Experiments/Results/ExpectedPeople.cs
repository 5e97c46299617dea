using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Experiments.Facts;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>
/// How many of an experiment's people each variant should have. Where a bandit changed the weights, everybody counts by those that
/// were in force when they came; those of now would call every bandit broken.
/// </summary>
internal static class ExpectedPeople
{
    public static IReadOnlyList<double> Of(Experiment experiment, TrialPeople people, IReadOnlyList<WeightChange> changes)
    {
        double[] first = [.. experiment.Variants.Select(variant => variant.Weight)];
        var usable = changes.Where(change => change.Weights.Count == first.Length).ToList();
        if (usable.Count == 0) return Scaled(first, people.Count);

        var expected = new double[first.Length];
        var (change, arrivals) = (0, people.ExposedAt.Order().ToList());
        foreach (var at in arrivals)
        {
            while (change + 1 < usable.Count && usable[change + 1].At <= at) change++;
            for (var arm = 0; arm < expected.Length; arm++) expected[arm] += usable[change].Weights[arm];
        }

        return expected;
    }

    private static IReadOnlyList<double> Scaled(double[] weights, int people)
    {
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum * people)];
    }
}
