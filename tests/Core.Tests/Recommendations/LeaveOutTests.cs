using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

/// <summary>What of the things a person has met may come again.</summary>
public sealed class LeaveOutTests
{
    private static readonly Interaction[] Crowd = [.. from item in Enumerable.Range(0, 15) select World.View($"p{item}", $"i{item}")];

    private static readonly Interaction[] Anna =
        [World.View("anna", "i0", 30) with { IsPurchase = true }, .. Enumerable.Range(1, 12).Select(item => World.View("anna", $"i{item}", 20 - item))];

    [Theory]
    [InlineData(LeaveOut.Nothing, 15)]
    [InlineData(LeaveOut.Bought, 14)]
    [InlineData(LeaveOut.Seen, 2)]
    public void Recommend_HistoryBeyondItsCap_LeavesOutWhatWasAsked(LeaveOut leaveOut, int expected)
    {
        using var recommender = new World([], [.. Crowd, .. Anna]).Build(new() { HistoryCap = 10 });

        Assert.Equal(expected, recommender.Recommend(World.Ask("anna") with { LeaveOut = leaveOut, Limit = 100 }).Items.Count);
    }

    [Fact]
    public void Recommend_TwoBecameOne_WhatTheFirstBoughtStaysBought()
    {
        using var recommender = new World([], [.. Crowd, .. Anna]).Build(new() { HistoryCap = 10 });
        recommender.Merge("anna", "p14");
        var items = recommender.Recommend(World.Ask("p14") with { LeaveOut = LeaveOut.Bought, Limit = 100 }).Items;

        Assert.Equal(14, items.Count);
        Assert.DoesNotContain(items, item => item.ItemId == "i0");
    }
}
