using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Tests.Feedback;

public sealed class RecordFeedbackTests : IDisposable
{
    private readonly Reports _reports = new();

    public void Dispose() => _reports.Dispose();

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Run_DecisionThirtyDaysOld_CountsToTheTick(int ticks, bool counts)
    {
        var decision = _reports.Decide();
        _reports.Clock.Advance(FeedbackEventReader.MaxAge + TimeSpan.FromTicks(ticks));

        Assert.Equal(counts ? 1 : 0, (await _reports.SendAsync(Reports.Click(decision))).Accepted);
        Assert.Equal(counts ? 0 : 1, _reports.Store.Refused.Count);
    }

    [Theory]
    [InlineData("\"item_id\":\"i1\"", "recommendations", "popular")]
    [InlineData("\"slot\":\"hero\"", "hero", "rule:7")]
    [InlineData("\"slot\":\"aside\"", "aside", "fallback")]
    public async Task Run_WhatTheDecisionServed_IsCompletedFromIt(string what, string slot, string source)
    {
        await _reports.SendAsync(Reports.Click(_reports.Decide(), what));

        var record = Assert.Single(_reports.Store.Records);
        Assert.Equal(("ada", slot, source, Timing.Noon), (record.PersonId, record.Slot, record.Source, record.OccurredAt));
    }

    [Theory]
    [InlineData("item_based", ComparedAs.Personal)]
    [InlineData("popular", ComparedAs.Personal)]
    [InlineData("comparison", ComparedAs.Comparison)]
    [InlineData("pinned", ComparedAs.Neither)]
    public async Task Run_ItemOfAComparedList_CountsForItsGroup(string source, ComparedAs group)
    {
        var choice = new ExplorationChoice(0.5, 2, 0, 0, 2);
        await _reports.SendAsync(Reports.Click(_reports.DecideCompared(new ServedItem("i1", source) { Choice = choice })));

        var record = Assert.Single(_reports.Store.Records);
        Assert.Equal((group, choice), (record.ComparedAs, record.Choice));
    }

    [Fact]
    public async Task Run_SlotOrListThatIsNotCompared_CountsForNeither()
    {
        await _reports.SendAsync(Reports.Click(_reports.DecideCompared(new ServedItem("i1", "popular")), "\"slot\":\"hero\""));
        await _reports.SendAsync(Reports.Click(_reports.Decide()));

        Assert.All(_reports.Store.Records, record => Assert.Equal((ComparedAs.Neither, null), (record.ComparedAs, record.Choice)));
        Assert.Equal(2, _reports.Store.Records.Count);
    }

    [Theory]
    [InlineData("\"item_id\":\"i2\"", "item_id")]
    [InlineData("\"slot\":\"footer\"", "slot")]
    [InlineData("\"x\":1", "slot")]
    [InlineData("\"item_id\":\"i1\",\"slot\":\"hero\"", "slot")]
    public async Task Run_WhatTheDecisionDidNotServe_IsRefusedByField(string what, string field)
    {
        var summary = await _reports.SendAsync(Reports.Click(_reports.Decide(), what));

        Assert.Equal((EventStatus.Refused, field), (summary.Results[0].Status, summary.Results[0].Field));
        Assert.Empty(_reports.Store.Records);
    }

    [Fact]
    public async Task Run_SameEventTwice_CountsOnce()
    {
        var click = Reports.Click(_reports.Decide(), eventId: "e1");
        var summary = await _reports.SendAsync($"[{click},{click}]");

        Assert.Equal([EventStatus.Accepted, EventStatus.Duplicate], summary.Results.Select(result => result.Status));
        Assert.Equal(1, (await _reports.SendAsync(click)).Duplicates);
    }

    [Fact]
    public async Task Run_TwoDecisionsOfOneInstant_AreToldApart()
    {
        await _reports.SendAsync(Reports.Click(_reports.Decide(1)));
        await _reports.SendAsync(Reports.Click(_reports.Decide(2)));
        await _reports.SendAsync(Reports.Click(_reports.Decide(2)));

        Assert.Equal(2, _reports.Store.Records.Select(record => record.DecisionKey).Distinct().Count());
    }

    [Fact]
    public async Task Run_StoreFails_AcceptsNothing()
    {
        _reports.Store.Disturbance.Fail();

        await Assert.ThrowsAsync<IOException>(() => _reports.SendAsync(Reports.Click(_reports.Decide())));
    }

    [Fact]
    public async Task Run_ItemsShownAndClicked_TellsTheRecommenderOnce()
    {
        var decision = _reports.Decide();
        await _reports.SendAsync(Reports.Click(decision, eventId: "e1"));
        await _reports.SendAsync(Reports.Click(decision, eventId: "e1"));
        await _reports.SendAsync(Reports.Click(decision, "\"slot\":\"hero\""));

        Assert.Equal([new ShownItem("i1", 0, 1)], _reports.Feed.Shown);
    }

    [Fact]
    public async Task Run_ConversionOfNobody_IsRefused()
    {
        var click = Reports.Click(_reports.DecideForNobody());

        Assert.Equal(1, (await _reports.SendAsync(click)).Accepted);
        Assert.Equal(0, (await _reports.SendAsync(click.Replace("click", "conversion", StringComparison.Ordinal))).Accepted);
    }

    [Fact]
    public async Task Run_RecommendId_IsTheDecisionsId()
    {
        var click = Reports.Click(_reports.Decide()).Replace("decision_id", "recommend_id", StringComparison.Ordinal);

        Assert.Equal(1, (await _reports.SendAsync(click)).Accepted);
    }

    [Fact]
    public async Task Run_ItemThatChanceChose_IsStoredWithHow()
    {
        var choice = new ExplorationChoice(0.25, 8, 3, 2, 4);
        await _reports.SendAsync(Reports.Click(_reports.DecideForNobody(choice)));

        Assert.Equal(choice, Assert.Single(_reports.Store.Records).Choice);
    }
}
