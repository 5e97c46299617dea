using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>Below which numbers none of the methods is right, because the mean of so few is not normally distributed.</summary>
public static class Guards
{
    /// <summary>In each of the groups.</summary>
    public const int FewestPeople = 100;

    /// <summary>Of a rate, successes and failures in each of the groups must be more than this.</summary>
    public const int FewestOfEach = 5;

    /// <summary>People in each group who spent or did anything at all.</summary>
    public const int FewestActive = 25;

    public static bool IsEnough(ExperimentMetric metric, ArmDay arm)
    {
        if (arm.Sample.Count < FewestPeople) return false;
        return metric.Kind switch
        {
            MetricKind.Conversion => arm.Total > FewestOfEach && arm.Sample.Count - arm.Total > FewestOfEach,
            MetricKind.Ctr => arm.Total > FewestOfEach && arm.Trials - arm.Total > FewestOfEach,
            _ => arm.Active >= FewestActive,
        };
    }

    /// <summary>What is asked for, in words.</summary>
    public static string Asked(ExperimentMetric metric) => metric.Kind switch
    {
        MetricKind.Conversion => $"{FewestPeople} people, more than {FewestOfEach} who did and more than {FewestOfEach} who did not",
        MetricKind.Ctr => $"{FewestPeople} people, more than {FewestOfEach} clicks and more than {FewestOfEach} impressions without one",
        _ => $"{FewestPeople} people, and {FewestActive} of them with a value other than 0",
    };
}
