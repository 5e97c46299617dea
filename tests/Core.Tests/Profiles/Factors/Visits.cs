using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Core.Tests.Profiles.Factors;

/// <summary>Short ways to write activities and to measure them.</summary>
internal static class Visits
{
    public static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    public static Activity Page(double daysAgo, string path = "/", string? session = null, string? site = null) =>
        new(Ago(daysAgo), ActivityOrigin.Rybbit, ActivityTypes.PageView, Path: path, Session: session, Site: site);

    public static Activity Custom(double daysAgo, string name, string? session = null) =>
        new(Ago(daysAgo), ActivityOrigin.Rybbit, ActivityTypes.CustomEvent, Name: name, Session: session);

    public static Activity Form(double daysAgo, string form, string? session = null) =>
        new(Ago(daysAgo), ActivityOrigin.Rybbit, ActivityTypes.FormSubmit, Form: form, Session: session);

    public static Activity Cdp(double daysAgo, string type, string? form = null) => new(Ago(daysAgo), ActivityOrigin.Cdp, type, Form: form);

    public static DateTimeOffset Ago(double days) => Now - TimeSpan.FromDays(days);

    public static BehaviouralFactors Measure(params IEnumerable<Activity> activities) => MeasureAt(Now, activities);

    public static BehaviouralFactors MeasureAt(DateTimeOffset asOf, IEnumerable<Activity> activities)
    {
        var accumulator = new FactorAccumulator(asOf, FactorWindows.Default, SignalDefinitions.Default);
        foreach (var activity in activities.OrderBy(activity => activity.At)) accumulator.Add(activity);
        return accumulator.Complete();
    }
}
