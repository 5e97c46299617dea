namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>
/// An interval and a p-value that are right at every look at once, however often somebody looks and whenever they stop: asymptotic
/// confidence sequences (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, arXiv 2103.06476v7, eq. 9, 155 and 161). They are wider than
/// those of <see cref="FixedHorizon"/>; that is the price.
/// </summary>
/// <param name="alpha">How often the interval may ever miss, above 0 and below 1.</param>
/// <param name="tightestAt">People of both groups at whom the interval is tightest; one number for the experiment's whole life.</param>
public sealed class SequentialTest(double alpha, double tightestAt = SequentialTest.DefaultTightestAt)
{
    public const double DefaultTightestAt = 5000;

    private readonly double _rho2 = ((-2 * Math.Log(alpha)) + Math.Log((-2 * Math.Log(alpha)) + 1)) / tightestAt;

    public Interval Interval(Effect effect) => Comparisons.Interval.Around(effect.Value, effect.Error * Bound(effect.People));

    /// <summary>How many standard errors the interval reaches to either side, with so many people of both groups.</summary>
    public double Bound(double people)
    {
        var grown = (people * _rho2) + 1;
        return Math.Sqrt(2 * grown / (people * _rho2) * Math.Log(Math.Sqrt(grown) / alpha));
    }

    /// <summary>Of one look; over several the smallest one of them holds, see <see cref="Smallest"/>.</summary>
    public double Probability(Effect effect)
    {
        double n = effect.People, grown = (n * _rho2) + 1, z = effect.Value / effect.Error;
        var evidence = Math.Exp(_rho2 * n * z * z / (2 * grown)) / Math.Sqrt(grown);
        return Math.Min(1, 1 / evidence);
    }

    /// <summary>At each look the smallest p-value so far: what was once found is not unfound.</summary>
    public static IEnumerable<double> Smallest(IEnumerable<double> looks)
    {
        var smallest = 1.0;
        foreach (var look in looks) yield return smallest = Math.Min(smallest, look);
    }
}
