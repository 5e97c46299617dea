using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

public sealed class BehaviourTests(SharedClickHouse clickHouse)
{
    private static readonly string Imported = new('a', 64);

    private static readonly VisitorQuery Everybody = new(Traffic.Now, null);

    [Theory]
    [InlineData(Generation.First)]
    [InlineData(Generation.Second)]
    public async Task ReadAsync_OfEverybody_CountsAsTheEngineAndAsAPlainCount(Generation generation)
    {
        var database = await clickHouse.NewAsync(generation);
        await Traffic.AddAsync(database, 20_000, 300);

        await IsRightForEverybodyAsync(database, await database.ReadAsync(Everybody));
    }

    [Fact]
    public async Task ReadAsync_OfTheActive_GivesThemInFullAndNobodyElse()
    {
        var database = await clickHouse.NewAsync(Generation.Second);
        await Traffic.AddAsync(database, 5_000, 1_000);
        var since = Traffic.Now.AddDays(-3);

        var active = await database.ReadAsync(Everybody with { ActiveSince = since });

        var everybody = await database.ReadAsync(Everybody);
        Assert.Equal(everybody.Values.Where(visitor => visitor.LastSeenAt >= since).Select(visitor => visitor.VisitorId).Order(), active.Keys.Order());
        Assert.InRange(active.Count, 1, everybody.Count - 1);
        Assert.All(active.Values, visitor => Assert.Equal(everybody[visitor.VisitorId].Behaviour, visitor.Behaviour));
    }

    [Fact]
    public async Task ReadAsync_AfterIdentitiesWereRewrittenAndRowsCameLate_CountsWhatIsThereNow()
    {
        var database = await clickHouse.NewAsync(Generation.Second);
        await Traffic.AddAsync(database, 5_000, 100);
        var before = await database.ReadAsync(Everybody);

        await database.ExecuteAsync("alter table events update identified_user_id = 'late@example.org' where cityHash64(user_id) % 10 = 0 settings mutations_sync = 1");
        var old = Traffic.Now.AddDays(-12).ToUnixTimeSeconds();
        await database.InsertAsync(
            "site_id, timestamp, session_id, user_id, pathname, browser, operating_system, language, country, device_type, type, identified_user_id, import_id",
            $"select 1, toDateTime({old} + number), 'import', '{Imported}', '/pricing', 'Chrome', 'Linux', 'de', 'DE', 'Desktop', 'pageview', if(number < 5, '', 'late@example.org'), generateUUIDv4() from numbers(10)");
        var after = await database.ReadAsync(Everybody);

        Assert.False(before.ContainsKey("late@example.org"));
        Assert.Equal(5, after[Imported].Behaviour.PricingPageVisits.Count);
        await IsRightForEverybodyAsync(database, after);
    }

    [Fact]
    public async Task ReadAsync_OfGivenSites_LeavesTheOthersOut()
    {
        var database = await clickHouse.NewAsync(Generation.First);
        await database.InsertAsync("site_id, timestamp, session_id, user_id, pathname", $"select number, toDateTime({Traffic.Now.ToUnixTimeSeconds()}), 's', 'visitor', '/' from numbers(4)");

        var all = await database.ReadAsync(Everybody);
        var two = await database.ReadAsync(Everybody, database.Options with { Sites = [1, 3] });

        Assert.Equal(4, all["visitor"].Behaviour.PageViews.Count);
        Assert.Equal(2, two["visitor"].Behaviour.PageViews.Count);
    }

    [Fact]
    public async Task ReadAsync_OfDataCentres_CountsThemOnlyWhenAsked()
    {
        var database = await clickHouse.NewAsync(Generation.Second);
        await database.InsertAsync("site_id, timestamp, session_id, user_id, is_datacenter_asn", $"select 1, toDateTime({Traffic.Now.ToUnixTimeSeconds()}), 's', 'robot', 1");

        Assert.Empty(await database.ReadAsync(Everybody));
        Assert.Single(await database.ReadAsync(Everybody, database.Options with { SkipDatacenters = false }));
    }

    [Fact]
    public async Task ReadAsync_OfWhatIsNoId_LeavesItOut()
    {
        var database = await clickHouse.NewAsync(Generation.First);
        await database.InsertAsync("site_id, timestamp, session_id, user_id",
            $"select 1, toDateTime({Traffic.Now.ToUnixTimeSeconds()}), 's', arrayJoin(['', ' x', 'a\\nb', repeat('y', 300), 'good'])");

        Assert.Equal(["good"], (await database.ReadAsync(Everybody)).Keys);
    }

    [Fact]
    public async Task ReadAsync_OfPropertiesHeldAsText_FindsTheFormsInThem()
    {
        var database = await clickHouse.NewAsync(Generation.First);
        await database.ExecuteAsync("alter table events drop column props");
        await database.ExecuteAsync("alter table events add column props String");
        await database.InsertAsync("site_id, timestamp, session_id, user_id, type, props",
            $$"""select 1, toDateTime({{Traffic.Now.ToUnixTimeSeconds()}}), 's', 'visitor', 'form_submit', '{"formName":"Book a demo","fieldCount":2}'""");

        Assert.Equal(1, (await database.ReadAsync(Everybody))["visitor"].Behaviour.DemoRequests.Count);
    }

    [Theory]
    [InlineData(Generation.First)]
    [InlineData(Generation.Second)]
    public async Task ReadAsync_OfAMillionEvents_CountsAsTheEngineAndAsAPlainCount(Generation generation)
    {
        const string Setting = "PERSONALIZATION_FULL_TESTS";
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Setting) == "1", $"Takes a minute or two: set {Setting}=1, or run ./test --full.");
        var database = await clickHouse.NewAsync(generation);
        await Traffic.AddAsync(database, 1_000_000, 20_000);

        await IsRightForEverybodyAsync(database, await database.ReadAsync(Everybody), parts: 20);
    }

    private static async Task IsRightForEverybodyAsync(RybbitDatabase database, Dictionary<string, VisitorBehaviour> read, int parts = 1)
    {
        var reach = Traffic.Now - FactorWindows.Default.Reach;
        var people = 0;
        for (var part = 0; part < parts; part++)
        {
            var visitors = (await EventRow.ReadAllAsync(database, part, parts)).Where(row => row.At >= reach && row.At <= Traffic.Now && !row.IsDatacenter)
                .GroupBy(row => row.Visitor);
            foreach (var visitor in visitors)
            {
                people++;
                AccumulatedFactors.AreEqual([.. visitor], read[visitor.Key], ScoringRules.Default);
                PlainCount.IsEqual([.. visitor], read[visitor.Key]);
            }
        }

        Assert.Equal(people, read.Count);
    }
}
