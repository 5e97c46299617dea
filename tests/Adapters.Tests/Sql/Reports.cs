using PersonalizationEngine.Engine.Feedback;

namespace PersonalizationEngine.Adapters.Tests.Sql;

/// <summary>What frontends report of decisions.</summary>
internal static class Reports
{
    public static FeedbackRecord Impression(string decision, string item = "i") =>
        new($"shown-{decision}-{item}", FeedbackKind.Impression, decision, "p", "recommendations", item, "popular", "", null, null, Store.Now);

    public static FeedbackRecord Click(string decision, string item = "i") =>
        Impression(decision, item) with { EventId = $"clicked-{decision}-{item}", Kind = FeedbackKind.Click };

    public static FeedbackRecord Conversion(string decision, decimal? value = null) =>
        Impression(decision) with { EventId = $"reached-{decision}", Kind = FeedbackKind.Conversion, Goal = "signup", Value = value };
}
