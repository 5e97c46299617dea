using System.Text.Json;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Campaigns;

namespace PersonalizationEngine.Core.Tests.Delivery.Campaigns;

public sealed class CampaignDocumentTests
{
    private const string Least = """{ "name": "n", "template": "t", "audience": {} }""";

    [Fact]
    public void Read_OnlyWhatIsAsked_HasTheDefaults()
    {
        var campaign = Read(Least).Value!;

        Assert.Equal((50, false, TimeSpan.FromHours(72), QuietPolicy.Hold, CapPolicy.Drop, true, 0.0),
            (campaign.Priority, campaign.IsCritical, campaign.TimeToLive, campaign.QuietPolicy, campaign.CapPolicy, campaign.CountsTowardCaps, campaign.Holdout));
        Assert.Null(campaign.Schedule);
        Assert.Empty(campaign.Channels);
    }

    [Fact]
    public void Restore_WhatWasRead_IsTheSame()
    {
        var campaign = Read("""
            { "name": "n", "template": "t", "audience": { "score": { "$gte": 5 } }, "channels": ["sms", "email"], "caps": "hold", "quiet_hours": "switch",
              "schedule": { "at": "2026-11-27T09:00", "timezone": "recipient", "repeat": "weekly", "until": "2026-12-27T09:00:30" } }
            """).Value!;
        var restored = CampaignDocument.Restore(7, campaign.Document);

        Assert.Equal(campaign.Schedule, restored.Schedule);
        Assert.Equal((7, CapPolicy.Hold, QuietPolicy.SwitchChannel), (restored.Id, restored.CapPolicy, restored.QuietPolicy));
        Assert.Equal(["sms", "email"], restored.Channels);
    }

    [Theory]
    [InlineData("\"priority\": 101", "/priority")]
    [InlineData("\"holdout\": 0.6", "/holdout")]
    [InlineData("\"time_to_live_hours\": 0", "/time_to_live_hours")]
    [InlineData("\"channels\": [\"fax\"]", "/channels")]
    [InlineData("\"timezone\": \"Mars/Phobos\"", "/timezone")]
    [InlineData("\"quiet_hours\": \"shout\"", "/quiet_hours")]
    [InlineData("\"prioity\": 5", "/prioity")]
    [InlineData("\"schedule\": { \"at\": \"2026-11-27T09:00Z\", \"timezone\": \"UTC\" }", "/schedule/at")]
    [InlineData("\"schedule\": { \"at\": \"2026-02-30T09:00\", \"timezone\": \"UTC\" }", "/schedule/at")]
    [InlineData("\"schedule\": { \"at\": \"2026-11-27T09:00\" }", "/schedule/timezone")]
    [InlineData("\"schedule\": { \"at\": \"2026-11-27T09:00\", \"timezone\": \"UTC\", \"until\": \"2026-11-26T09:00\" }", "/schedule/until")]
    public void Read_Faulty_NamesTheField(string field, string pointer) =>
        Assert.Equal(pointer, Assert.Single(Read(Least.Replace("\"audience\"", field + ", \"audience\"", StringComparison.Ordinal)).Faults).Pointer);

    private static Core.Documents.Parsed<Campaign> Read(string text) => CampaignDocument.Read(JsonDocument.Parse(text).RootElement);
}
