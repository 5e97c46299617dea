using PersonalizationEngine.Engine.Administration.Holdouts;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Feedback;

public abstract class RuleExposuresContract(IStores stores) : StoreContract(stores)
{
    private IRuleExposures Exposures => Store.Get<IRuleExposures>();

    [Fact]
    public async Task CountAsync_NobodyYet_IsNobody() => Assert.Equal(new RuleGroups(RuleGroup.Nobody, RuleGroup.Nobody, 0), await CountAsync());

    [Fact]
    public async Task CountAsync_PeopleOfBothGroups_AreCountedOnceEach()
    {
        await SaveAsync(Reached("a"), Reached("b"), Reached("a") with { At = Now.AddDays(1) }, Held("c"), Reached("d") with { RuleId = 2 });
        await SaveAsync(Reached("a"));

        Assert.Equal(new RuleGroups(new RuleGroup(2, 0), new RuleGroup(1, 0), 0), await CountAsync());
    }

    [Fact]
    public async Task CountAsync_Conversions_CountFromTheFirstExposureOn()
    {
        await SaveAsync(Reached("before"), Reached("then"), Reached("after"), Held("held"), Reached("later") with { At = Now.AddHours(3) });
        await ConvertAsync("before", -1);
        await ConvertAsync("then", 0);
        await ConvertAsync("after", 1);
        await ConvertAsync("after", 2);
        await ConvertAsync("held", 1);
        await ConvertAsync("later", 2);
        await ConvertAsync("nobody", 1);

        Assert.Equal(new RuleGroups(new RuleGroup(4, 2), new RuleGroup(1, 1), 0), await CountAsync());
        Assert.Equal(2, (await CountAsync(goal: "purchase")).Treated.Converted);
        Assert.Equal(0, (await CountAsync(goal: "signup")).Treated.Converted);
    }

    [Fact]
    public async Task CountAsync_Since_LeavesOutWhoWasReachedEarlier()
    {
        await SaveAsync(Reached("early") with { At = Now.AddDays(-2) }, Reached("late"));

        Assert.Equal(1, (await CountAsync(Now.AddDays(-1))).Treated.People);
    }

    [Fact]
    public async Task CountAsync_PeopleInBothGroups_AreInNeither()
    {
        await SaveAsync(Reached("a"), Held("a"), Held("b"));

        Assert.Equal(new RuleGroups(RuleGroup.Nobody, new RuleGroup(1, 0), 1), await CountAsync());
    }

    [Fact]
    public async Task SaveAsync_PeopleWhoAreMerged_KeepWhatTheOneMergedIntoHad()
    {
        await SaveAsync(Reached("from"), Reached("to"), Held("from"));
        await ApplyAsync(Facts.Nothing with { Merges = [new PersonMerge("from", "to", "login")] });

        Assert.Equal(new RuleGroups(RuleGroup.Nobody, RuleGroup.Nobody, 1), await CountAsync());
        Assert.Equal(2, await Store.CountAsync("rule_exposures"));
    }

    private static RuleExposure Reached(string person) => new(1, person, false, Now);

    private static RuleExposure Held(string person) => new(1, person, true, Now);

    private Task SaveAsync(params RuleExposure[] exposures) => Exposures.SaveAsync(exposures, Ending);

    private Task<RuleGroups> CountAsync(DateTimeOffset? since = null, string? goal = null) =>
        Exposures.CountAsync(1, since ?? Now.AddDays(-10), goal, Ending);

    private Task ConvertAsync(string person, int hours) => ApplyAsync(Facts.Nothing with
    {
        Conversions = [new ConversionRecord("cdp", $"c-{person}-{hours}", person, "purchase", null, null, null, "", Now.AddHours(hours))],
    });

    private Task ApplyAsync(IngestionPlan plan) => Store.WriteAsync(plan);
}
