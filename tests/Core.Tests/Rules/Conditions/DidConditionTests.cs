using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

/// <summary>What somebody did, asked by a condition, at one instant and as time goes by.</summary>
public sealed class DidConditionTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Activity[] Acts =
    [
        Act(1, "pageview", path: "/pricing/"),
        Act(30, "pageview", path: "/de/pricing/team"),
        Act(100, "pageview", path: "/blog"),
        Act(200, "custom_event", name: "Video_Played", path: "/pricing"),
        Act(500, "form_submit", form: "contact\nTalk to sales"),
        Act(600, "email.opened"),
    ];

    [Theory]
    [InlineData("""{"$did": {"event": "pageview"}}""", true)]
    [InlineData("""{"$did": {"event": "pageview", "times": 3}}""", true)]
    [InlineData("""{"$did": {"event": "pageview", "times": 4}}""", false)]
    [InlineData("""{"$did": {"event": ["pageview", "email.opened"], "times": 4}}""", true)]
    [InlineData("""{"$did": {"page": "/**/pricing/**"}}""", true)]
    [InlineData("""{"$did": {"page": ["/pricing", "/*/pricing/*"], "times": 2, "within": "2d"}}""", true)]
    [InlineData("""{"$did": {"page": "/pricing", "within": "59m"}}""", false)]
    [InlineData("""{"$did": {"page": "/pricing", "within": "60m"}}""", true)]
    [InlineData("""{"$did": {"page": "/pricing", "times": 2}}""", false)]
    [InlineData("""{"$did": {"event": "video_played", "page": "/pricing"}}""", true)]
    [InlineData("""{"$did": {"form": "*sales"}}""", true)]
    [InlineData("""{"$did": {"form": "*demo*"}}""", false)]
    [InlineData("""{"$did": {"signal": "pricing_visit", "times": {"$eq": 2}}}""", true)]
    [InlineData("""{"$did": {"signal": "pricing_visit", "times": {"$lte": 1}}}""", false)]
    [InlineData("""{"$did": {"signal": "pricing_visit", "times": {"$gt": 1, "$lt": 3}}}""", true)]
    [InlineData("""{"$didNot": {"signal": "demo_request"}}""", true)]
    [InlineData("""{"$didNot": {"event": "email.opened"}}""", false)]
    [InlineData("""{"$didNot": {"event": "email.opened", "within": "3w"}}""", true)]
    [InlineData("""{"$did": {"page": "/pricing"}, "$didNot": [{"signal": "demo_request"}, {"event": "unsubscribe"}]}""", true)]
    [InlineData("""{"$or": [{"$did": {"event": "unsubscribe"}}, {"$not": {"$did": {"event": "nothing"}}}]}""", true)]
    public void Condition_AskedOfSomebodyWhoDidThings_CountsThem(string json, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(Parse(json), Person(Parse(json), Now), SavedGroups.Empty));

    [Fact]
    public void Condition_WhenOnlyTimePasses_EndsToHold()
    {
        var condition = Parse("""{"$did": {"page": "/pricing", "within": "7d"}}""");
        var person = Person(condition, Now);
        for (var day = 0; day < 14; day++)
            Assert.Equal(day < 7, Judgement.Matches(condition, At(Now.AddDays(day)).Over(person), SavedGroups.Empty));
    }

    [Theory]
    [InlineData("""{"$did": {"event": "pageview"}}""")]
    [InlineData("""{"$didNot": {"event": "pageview"}}""")]
    public void Condition_WhereItIsNotKnown_DoesNotHold(string json) =>
        Assert.False(Judgement.Matches(Parse(json), At(Now), SavedGroups.Empty));

    [Fact]
    public void WhyNot_TooSeldom_SaysHowOften()
    {
        var condition = Parse("""{"$did": {"page": "/pricing", "within": "7d", "times": 2}}""");
        Assert.Equal(
            "pageview on /pricing: once within 7 days, needed at least 2 times",
            ConditionExplainer.WhyNot(condition, SavedGroups.Empty, Person(condition, Now))!.Sentence);
    }

    [Theory]
    [InlineData("""{"$did": 3}""", "/$did")]
    [InlineData("""{"$did": {}}""", "/$did")]
    [InlineData("""{"$did": []}""", "/$did")]
    [InlineData("""{"$did": {"event": ""}}""", "/$did/event")]
    [InlineData("""{"$did": {"event": "a", "within": "91d"}}""", "/$did/within")]
    [InlineData("""{"$did": {"event": "a", "within": 7}}""", "/$did/within")]
    [InlineData("""{"$did": {"event": "a", "times": 0}}""", "/$did/times")]
    [InlineData("""{"$did": {"event": "a", "times": 101}}""", "/$did/times")]
    [InlineData("""{"$did": {"event": "a", "times": {"$near": 2}}}""", "/$did/times")]
    [InlineData("""{"$did": {"event": "a", "times": {"$gte": 5, "$lte": 4}}}""", "/$did/times")]
    [InlineData("""{"$did": {"signal": "unknown"}}""", "/$did/signal")]
    [InlineData("""{"$did": {"event": "a", "count": 2}}""", "/$did/count")]
    [InlineData("""{"$didNot": {"event": "a", "times": 2}}""", "/$didNot/times")]
    [InlineData("""{"$and": [{"$did": [{"event": "a"}, {"page": 5}]}]}""", "/$and/0/$did/1/page")]
    [InlineData("""{"score": {"$did": {"event": "a"}}}""", "/score/$did")]
    public void Parse_WhatMakesNoSense_IsRefusedAtItsPlace(string json, string pointer) =>
        Assert.Equal(pointer, Assert.Single(Judgement.Parse(json).Faults).Pointer);

    [Fact]
    public void Patterns_OfConditionsAndTheSegmentsTheyName_AreAllAnswered()
    {
        var named = Judgement.Named("{}", """{"keen": {"$did": {"event": "a", "within": "60d"}}}""");
        var asked = ActPatterns.Of([Parse("""{"$inSegment": "keen"}"""), Parse("""{"$not": {"$did": {"event": "b"}}}""")], named);

        Assert.Equal(TimeSpan.FromDays(60), asked.Reach);
        Assert.False(asked.AreAnsweredBy(Person(Parse("""{"$did": {"event": "b"}}"""), Now)));
        Assert.True(asked.AreAnsweredBy(Of(asked)));
        Assert.True(ActPatterns.None.AreAnsweredBy(AttributeMap.Empty));
    }

    private static Activity Act(double hoursAgo, string type, string? name = null, string? path = null, string? form = null) =>
        new(Now.AddHours(-hoursAgo), ActivityOrigin.Rybbit, type, name, path, form);

    private static Condition Parse(string json)
    {
        var parsed = Judgement.Parse(json);
        Assert.Empty(parsed.Faults);
        return parsed.Condition;
    }

    private static AttributeMap Person(Condition condition, DateTimeOffset now) =>
        At(now).Over(Of(ActPatterns.Of([condition], SavedGroups.Empty)));

    private static AttributeMap Of(ActPatterns asked) =>
        new([KeyValuePair.Create("acts", (AttributeValue)asked.Answer(Acts, SignalDefinitions.Default)!)]);

    private static AttributeMap At(DateTimeOffset now) =>
        new([KeyValuePair.Create("time", (AttributeValue)new AttributeMap([KeyValuePair.Create("unix", (AttributeValue)(double)now.ToUnixTimeSeconds())]))]);
}
