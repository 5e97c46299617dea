using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>What the engine's own accumulator makes of the same rows, as if each had come by webhook.</summary>
internal static class AccumulatedFactors
{
    private static readonly string[] FormFields = ["formId", "formName", "formAction"];

    public static void AreEqual(IReadOnlyList<EventRow> ofVisitor, VisitorBehaviour visitor, ScoringRules rules)
    {
        var accumulator = new FactorAccumulator(visitor.Behaviour.AsOf, rules.Windows, rules.Signals);
        foreach (var row in ofVisitor.OrderBy(row => row.Milliseconds)) accumulator.Add(Activity(row));
        var expected = accumulator.Complete();
        var behaviour = visitor.Behaviour;

        AreSame(Factor.PageViewsLast7d, behaviour.PageViews);
        AreSame(Factor.FormSubmissions, behaviour.FormSubmissions);
        AreSame(Factor.PricingPageVisits, behaviour.PricingPageVisits);
        AreSame(Factor.DemoRequest, behaviour.DemoRequests);
        Assert.Equal(expected.Sessions, behaviour.Visits);
        Assert.Equal(expected[Factor.ReturnVisits].LatestAt, behaviour.Visits > 1 ? behaviour.LastVisitAt : null);
        var minutes = behaviour.TimedSessions == 0 ? 0 : (decimal)behaviour.TimeOnSite.Ticks / behaviour.TimedSessions / TimeSpan.TicksPerMinute;
        Assert.Equal(expected[Factor.TimeOnSiteAvg].Value, minutes);
        Assert.Equal(expected[Factor.TimeOnSiteAvg].LatestAt, behaviour.LastTimedAt);

        void AreSame(Factor factor, SignalCount count) => Assert.Equal(
            (factor, expected[factor].Value, expected[factor].LatestAt), (factor, count.Count, count.LatestAt));
    }

    private static Activity Activity(EventRow row) => new(
        row.At, ActivityOrigin.Rybbit, row.Type, NullIfEmpty(row.Name), NullIfEmpty(row.Path), NullIfEmpty(Form(row.Properties)),
        row.Site.ToString(null, null), row.Session);

    private static string Form(JsonElement properties) => string.Join('\n', FormFields
        .Select(field => properties.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "")
        .Where(text => text.Length > 0)
        .Select(text => text.ReplaceLineEndings(" ")));

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
