using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>A variant at the end of a day (UTC), everything since the start counted.</summary>
/// <param name="Low">Lower end of the interval that is right at every look.</param>
/// <param name="P">The smallest so far.</param>
internal sealed record DayAnswer(DateOnly Day, string Variant, long Users, double Mean, double? Lift, double? Low, double? High, double? P)
{
    public static DayAnswer Of(DayReport day) =>
        new(day.Day, day.Variant, day.People, day.Mean, day.Lift, day.Sequential?.Low, day.Sequential?.High, day.Probability);
}
