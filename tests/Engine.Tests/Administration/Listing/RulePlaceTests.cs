using PersonalizationEngine.Engine.Administration.Listing;

namespace PersonalizationEngine.Engine.Tests.Administration.Listing;

public sealed class RulePlaceTests
{
    [Theory]
    [InlineData("-5,12", -5, 12L)]
    [InlineData("1000,9223372036854775807", 1000, long.MaxValue)]
    public void Read_WhatItSaid_IsTheSamePlace(string text, int priority, long id)
    {
        Assert.Equal(new RulePlace(priority, id), RulePlace.Read(text));
        Assert.Equal(text, new RulePlace(priority, id).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData(",5")]
    [InlineData("a,5")]
    [InlineData("5,-1")]
    [InlineData("5,1 or 1=1")]
    public void Read_AnythingElse_IsNoPlace(string? text) => Assert.Null(RulePlace.Read(text));

    [Theory]
    [InlineData(4, 1L, true)]
    [InlineData(5, 8L, true)]
    [InlineData(5, 7L, false)]
    [InlineData(6, 9L, false)]
    public void IsBefore_FollowsTheOrderRulesAreAskedIn(int priority, long id, bool isAfter) => Assert.Equal(isAfter, new RulePlace(5, 7).IsBefore(priority, id));
}
