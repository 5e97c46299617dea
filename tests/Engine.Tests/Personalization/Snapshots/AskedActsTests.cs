using System.Text.Json;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

/// <summary>People are read with what conditions ask about their acts, and again when conditions ask something new.</summary>
public sealed class AskedActsTests
{
    private static readonly Condition Keen = Parse("""{"$did": {"page": "/pricing", "within": "60d", "times": 2}}""");

    [Fact]
    public async Task Get_ConditionsBeginToAsk_PersonIsReadAgainAndAnswers()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada", name: "Ada");
        var now = crowd.Clock.GetUtcNow();
        // Longer ago than any factor looks back.
        foreach (var days in new[] { 50, 55 }) crowd.Behaviour.Add("ada", new Activity(now.AddDays(-days), ActivityOrigin.Rybbit, "pageview", Path: "/pricing"));
        Assert.False(Holds(await crowd.AskAsync("ada"), now));

        crowd.Acts = ActPatterns.Of([Keen], SavedGroups.Empty);

        Assert.True(Holds(await crowd.AskAsync("ada"), now));
        Assert.Equal(2, crowd.People.Disturbance.Calls);
        Assert.False(Holds(await crowd.AskAsync("ada"), now.AddDays(6)));
        Assert.Equal(2, crowd.People.Disturbance.Calls);
    }

    [Fact]
    public async Task Get_Stranger_DidNothing()
    {
        using var crowd = new Crowd { Acts = ActPatterns.Of([Keen], SavedGroups.Empty) };
        var served = await crowd.AskAsync("nobody");
        var attributes = RequestAttributes.Of(served.Snapshot.State.Attributes, AttributeMap.Empty, crowd.Clock.GetUtcNow());
        Assert.True(ConditionCompiler.Compile(Parse("""{"$didNot": {"page": "/pricing"}}"""), SavedGroups.Empty)(attributes));
    }

    private static bool Holds(Engine.Personalization.Snapshots.ServedSnapshot served, DateTimeOffset now) =>
        ConditionCompiler.Compile(Keen, SavedGroups.Empty)(RequestAttributes.Of(served.Snapshot.State.Attributes, AttributeMap.Empty, now));

    private static Condition Parse(string json) => ConditionParser.Parse(JsonElement.Parse(json)).Condition;
}
