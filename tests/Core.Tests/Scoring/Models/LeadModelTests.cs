using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Documents;
using static PersonalizationEngine.Core.Tests.Scoring.Models.Leads;

namespace PersonalizationEngine.Core.Tests.Scoring.Models;

/// <summary>The order of decay and bounds, grades, what is cleared, and which documents are refused.</summary>
public sealed class LeadModelTests
{
    private const string HalfLife = """{"curve": "half_life", "days": 14}""";

    private static readonly AttributeMap Enterprise = AttributeJson.ReadMap(JsonElement.Parse("""{"traits": {"employees": 900}, "country": "CH"}"""));

    private static readonly LeadModel Whole = Model("""
        {
          "key": "b2b", "name": "B2B", "cap": 100, "decay": {"curve": "half_life", "days": 14},
          "grades": {"a": 25, "b": 10, "1": 40, "2": 10},
          "groups": [
            {"key": "company", "kind": "fit", "cap": 30, "rules": [
              {"key": "large", "points": 25, "when": {"traits.employees": {"$gte": 500}}},
              {"key": "swiss", "points": 10, "when": {"country": "CH"}},
              {"key": "student", "points": -40, "when": {"traits.student": true}}]},
            {"key": "web", "kind": "engagement", "cap": 70, "rules": [
              {"key": "pricing", "points": 20, "act": {"event": "pricing"}, "cap": 50},
              {"key": "demo", "points": 30, "act": {"event": "demo"}, "decay": {"curve": "none"}},
              {"key": "left", "points": -60, "act": {"event": "unsubscribed"}, "until_cleared": {"event": "subscribed"}}]}]
        }
        """);

    [Fact]
    public void At_DecayThenRuleThenGroupThenTotal_InThatOrder()
    {
        var score = Curve(Whole, Enterprise, [Did("pricing", -14), .. Enumerable.Repeat(Did("pricing", 0), 3), Did("demo", -200)]).At(Now);

        var pricing = score.Groups[1].Rules[0];
        Assert.Equal((4.0, 80.0, 70.0, 50.0), (pricing.Count.Units, pricing.Points, pricing.Decayed, pricing.Counted));
        Assert.Equal((80.0, 70.0), (score.Groups[1].Sum, score.Groups[1].Counted));
        Assert.Equal((35.0, 30.0), (score.Groups[0].Sum, score.Groups[0].Counted));
        Assert.Equal((100.0, "A1", LeadSegment.SalesReady), (score.Score, score.Grade, score.Segment));
        Assert.False(score.IsCut);
    }

    [Fact]
    public void At_NobodyKnown_IsNothingAndC3()
    {
        var score = Curve(Whole).At(Now);
        Assert.Equal((0.0, "C3", LeadSegment.ColdLead), (score.Score, score.Grade, score.Segment));
    }

    [Fact]
    public void Score_NegativeUntilCleared_StaysWholeAndThenIsGone()
    {
        Activity[] acts = [Did("demo", -100), Did("unsubscribed", -90), Did("unsubscribed", -80), Did("subscribed", -10), Did("unsubscribed", -5)];
        var curve = Curve(Whole, Enterprise, acts);

        Assert.Equal(0, curve.Score(Day(-50)), 1e-9);
        Assert.Equal(-90, curve.At(Day(-50)).Groups[1].Sum, 1e-9);
        Assert.Equal(60, curve.Score(Day(-10)), 1e-9);
        Assert.Equal(0, curve.Score(Now), 1e-9);
    }

    [Fact]
    public void Score_Negatives_FadeToo()
    {
        var curve = Curve(Engagement($"{Act("a", 30)}, {Act("b", -20, HalfLife)}"), Did("a", -1), Did("b", 0));
        Assert.Equal(10, curve.Score(Now), 1e-9);
        Assert.Equal(20, curve.Score(Day(14)), 1e-9);
        Assert.Equal(Day(14), curve.FirstReached(20, Now, Day(400))!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void Score_FactorRules_AreThePlainScore()
    {
        var model = Engagement("""{"key": "views", "points": 0.5, "factor": "page_views_last_7d"}, {"key": "mail", "points": 1, "factor": "email_clicks", "cap": 2}""");
        Activity[] acts =
        [
            new(Day(-8), ActivityOrigin.Rybbit, ActivityTypes.PageView, Path: "/a", Session: "s"), new(Day(-1), ActivityOrigin.Rybbit, ActivityTypes.PageView, Path: "/b", Session: "t"),
            .. Enumerable.Range(0, 3).Select(i => new Activity(Day(-2 + i * 0.1), ActivityOrigin.Cdp, ActivityTypes.EmailClicked)),
        ];
        var curve = Curve(model, acts);

        Assert.Equal(2.5, curve.Score(Now));
        Assert.Equal(0.5, curve.Score(Day(-7)));
        Assert.Equal(Day(6).AddTicks(1), curve.FirstBelow(2.5, Now, Day(40)));
    }

    [Theory]
    [InlineData("""{"slope": 0.1, "intercept": -5}""", 0.5)]
    [InlineData("""{"points": [{"score": 0, "probability": 0.1}, {"score": 50, "probability": 0.4}, {"score": 60, "probability": 0.9}]}""", 0.4)]
    public void Probability_CalibratedModel_IsOfTheSum(string calibration, double expected)
    {
        var model = Engagement(Act("a", 50), $"\"cap\": 10, \"calibration\": {calibration},");
        Assert.Equal(expected, Curve(model, Did("a", -1)).At(Now).Probability!.Value, 1e-9);
    }

    [Fact]
    public void Read_WhatTheTextSays_IsTheSameModel()
    {
        var again = LeadModelDocument.Restore(7, JsonElement.Parse(LeadModelText.Of(Whole)));
        Assert.Equal(Curve(Whole, Enterprise, [Did("pricing", -3)]).Score(Now), Curve(again, Enterprise, [Did("pricing", -3)]).Score(Now));
    }

    [Theory]
    [InlineData("""{"key": "default", "name": "x"}""", "/key", "/groups")]
    [InlineData("""{"key": "x", "name": "x", "groups": [], "colour": 1}""", "/colour", "/groups")]
    [InlineData("""{"key": "x", "name": "x", "groups": [{"key": "g", "kind": "fit", "rules": [{"key": "r", "points": 0, "when": {}}]}]}""", "/groups/0/rules/0/points")]
    [InlineData("""{"key": "x", "name": "x", "groups": [{"key": "g", "kind": "fit", "rules": [{"key": "r", "points": 1, "when": {"score": 1}}]}]}""", "/groups/0/rules/0/when/score")]
    [InlineData("""{"key": "x", "name": "x", "groups": [{"key": "g", "kind": "fit", "rules": [{"key": "r", "points": 1, "when": {"$did": {"event": "a"}}}]}]}""", "/groups/0/rules/0/when/$did")]
    [InlineData("""{"key": "x", "name": "x", "groups": [{"key": "g", "kind": "fit", "rules": [{"key": "r", "points": 1, "act": {"event": "a"}}]}]}""", "/groups/0/rules/0/act", "/groups/0/rules/0/when")]
    [InlineData("""{"key": "x", "name": "x", "groups": [{"key": "g", "kind": "engagement", "rules": [{"key": "r", "points": 1, "act": {"event": "a", "within": "7d"}}]}]}""", "/groups/0/rules/0/act")]
    [InlineData("""{"key": "x", "name": "x", "groups": [{"key": "g", "kind": "engagement", "rules": [{"key": "r", "points": 1, "factor": "nothing"}]}]}""", "/groups/0/rules/0/factor")]
    [InlineData("""{"key": "x", "name": "x", "groups": [{"key": "g", "kind": "engagement", "rules": [{"key": "r", "points": 1, "act": {"event": "a"}, "decay": {"curve": "linear", "days": 0}}]}]}""", "/groups/0/rules/0/decay/days", "/groups/0/rules/0/decay/share")]
    [InlineData("""{"key": "x", "name": "x", "thresholds": {"hot_lead": 10}, "groups": [{"key": "g", "kind": "engagement", "rules": [{"key": "r", "points": 1, "act": {"event": "a"}}, {"key": "r", "points": 1, "act": {"event": "b"}}]}]}""", "/thresholds", "/groups")]
    [InlineData("""{"key": "x", "name": "x", "crossings": {"hysteresis": 20, "actions": [{"segment": "cold_lead", "channel": "fax", "template": "t"}]}, "groups": [{"key": "g", "kind": "fit", "rules": [{"key": "r", "points": 1, "when": {}}]}]}""", "/crossings/actions/0/segment", "/crossings/actions/0/channel", "/crossings")]
    [InlineData("""{"key": "x", "name": "x", "calibration": {"intercept": 1}, "groups": [{"key": "g", "kind": "fit", "rules": [{"key": "r", "points": 1, "when": {}}]}]}""", "/calibration/slope")]
    public void Read_FaultyDocument_NamesEveryPlace(string document, params string[] pointers) => Assert.Equal(
        pointers.Order(), LeadModelDocument.Read(JsonElement.Parse(document)).Faults.Select(fault => fault.Pointer).Order());
}
