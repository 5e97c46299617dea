using PersonalizationEngine.Engine.Tests.Ingestion.Planning;

namespace PersonalizationEngine.Engine.Tests.Ingestion;

/// <summary>What is stored shows in the next answer; what is not stored shows nowhere.</summary>
public sealed class NewsOfPeopleTests
{
    private static readonly DateTimeOffset Day = Timing.Noon.AddDays(-1);

    private readonly Intake _intake = new();

    [Fact]
    public async Task Run_StoreFails_SpreadsNothing()
    {
        _intake.Store.Disturbance.Fail();

        await Assert.ThrowsAsync<IOException>(() => _intake.CdpAsync(Told.Item("1", "i", "Title", Day)));
        await Assert.ThrowsAsync<IOException>(() => _intake.RybbitAsync(Told.Login("2", "ada", "phone", Day)));

        Assert.Null(_intake.Catalogue.Find("i"));
        Assert.Empty(_intake.Feed.Items);
        Assert.Empty(_intake.Feed.Merges);
        Assert.Equal(0, _intake.Generations.Now);
    }

    [Fact]
    public async Task Run_Login_MakesEveryIdOfThePersonOutOfDate()
    {
        await _intake.RybbitAsync(Told.Visit("1", "phone", Day));
        var before = _intake.Generations.Now;
        await _intake.RybbitAsync(Told.Login("2", "ada", "phone", Day));

        Assert.True(_intake.Generations.HasChangedSince("ada", before));
        Assert.True(_intake.Generations.HasChangedSince("phone", before));
    }

    [Fact]
    public async Task Run_DuplicateAlone_MakesNobodyOutOfDate()
    {
        await _intake.RybbitAsync(Told.Visit("1", "phone", Day));
        var before = _intake.Generations.Now;
        await _intake.RybbitAsync(Told.Visit("1", "phone", Day));

        Assert.False(_intake.Generations.HasChangedSince("phone", before));
    }

    [Theory]
    [InlineData("pageview", "/blog/tea", "tea", 1)]
    [InlineData("form_submit", "/blog/tea/", "tea", 3)]
    [InlineData("performance", "/blog/tea", null, 0)]
    [InlineData("pageview", "/about", null, 0)]
    public async Task Run_ActOnAnItem_IsToldToTheRecommenderByItsWeight(string type, string path, string? item, double weight)
    {
        await _intake.RybbitAsync($$"""{"type":"{{type}}","site_id":1,"user_id":"ada","pathname":"{{path}}","session_id":"s"}""");

        Assert.Equal(
            item is null ? [] : [("ada", item, "s", weight)],
            _intake.Feed.Interactions.Select(one => (one.PersonId, one.ItemId, one.SessionId, one.Weight)));
    }

    [Fact]
    public async Task Run_LoginBehindAVisitInTheBatch_TellsTheVisitAsThePersons()
    {
        const string Visit = """{"type":"pageview","site_id":1,"anonymous_id":"phone","pathname":"/blog/tea"}""";
        await _intake.RybbitAsync($"[{Visit},{Told.Login("2", "ada", "phone", Day)}]");

        Assert.Equal("ada", Assert.Single(_intake.Feed.Interactions).PersonId);
    }

    [Theory]
    [InlineData(5 * 60_000, true)]
    [InlineData((5 * 60_000) + 1, false)]
    public async Task Run_SendersClockAhead_IsTrustedForFiveMinutes(int milliseconds, bool accepted)
    {
        var summary = await _intake.RybbitAsync(Told.Visit("1", "phone", Timing.Noon.AddMilliseconds(milliseconds)));

        Assert.Equal(accepted ? 1 : 0, summary.Accepted);
    }
}
