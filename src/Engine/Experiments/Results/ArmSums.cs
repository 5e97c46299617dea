using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>Running sums over the people of one variant, of whom each has a value and, for clicks, impressions.</summary>
internal sealed class ArmSums
{
    private double _values, _squares, _trials, _trialSquares, _products;

    public long People { get; private set; }

    /// <summary>Of whom the value is not 0.</summary>
    public long Active { get; private set; }

    public double Total => _values;

    public double Trials => _trials;

    public void AddPerson() => People++;

    /// <summary>One person's value and trials rise.</summary>
    public void Move(double valueBefore, double trialsBefore, double value, double trials)
    {
        if (valueBefore == 0 && value != 0) Active++;
        _values += value - valueBefore;
        _squares += (value * value) - (valueBefore * valueBefore);
        _trials += trials - trialsBefore;
        _trialSquares += (trials * trials) - (trialsBefore * trialsBefore);
        _products += (value * trials) - (valueBefore * trialsBefore);
    }

    public Sample Sample(MetricKind kind) => kind switch
    {
        MetricKind.Conversion => Core.Statistics.Comparisons.Sample.OfShare(People, _values),
        MetricKind.Ctr => Core.Statistics.Comparisons.Sample.OfRatio(
            new ClusteredRate(People, (long)_trials, (long)_values, _trialSquares, _squares, _products)),
        _ => Core.Statistics.Comparisons.Sample.OfValues(People, _values, _squares),
    };
}
