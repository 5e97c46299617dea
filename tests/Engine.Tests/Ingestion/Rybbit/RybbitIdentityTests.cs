using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Rybbit;

/// <summary>Rybbit trims the ids a site gives it; so do we, lest a careless page makes two people of one or loses its events.</summary>
public sealed class RybbitIdentityTests
{
    private readonly Intake _intake = new();

    [Theory]
    [InlineData("\"user_id\": \" ada \"", "ada")]
    [InlineData("\"user_id\": \"  \", \"anonymous_id\": \"phone \"", "phone")]
    [InlineData("\"user_id\": \"phone\", \"identified_user_id\": \" \"", "phone")]
    public async Task Read_WhiteSpaceAroundAnId_IsCutOff(string ids, string expected)
    {
        await _intake.RybbitAsync($$"""{"type": "pageview", "site_id": "1", {{ids}}}""");

        Assert.Equal(expected, Assert.Single(_intake.Store.Activities).PersonId);
    }

    [Fact]
    public async Task Read_OnlyWhiteSpace_IsNobody()
    {
        var summary = await _intake.RybbitAsync("""{"type": "pageview", "site_id": "1", "user_id": " "}""");

        Assert.Equal((EventStatus.Refused, "user_id"), (summary.Results[0].Status, summary.Results[0].Field));
    }
}
