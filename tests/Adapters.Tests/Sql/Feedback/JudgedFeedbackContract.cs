using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Feedback;

/// <summary>What recommendations are judged by: the two lists that are compared, and the choices of exploration places.</summary>
public abstract class JudgedFeedbackContract(IStores stores) : StoreContract(stores)
{
    private static readonly ExplorationChoice Choice = new(0.125, 20, 3, 4, 16);

    private IFeedbackStore Feedback => Store.Get<IFeedbackStore>();

    [Fact]
    public async Task CountComparedAsync_NothingCompared_IsEmpty()
    {
        await SaveAsync(Reports.Impression("a"), Reports.Click("a"));
        Assert.Empty(await Feedback.CountComparedAsync(Now, Ending));
    }

    [Fact]
    public async Task CountComparedAsync_SomePeopleOfEachGroup_SumsByPerson()
    {
        await SaveAsync(
            Shown("a", "ann", ComparedAs.Personal), Shown("b", "ann", ComparedAs.Personal), Shown("c", "ann", ComparedAs.Personal),
            Clicked("a", "ann"), Clicked("b", "ann"), Shown("d", "bob", ComparedAs.Personal),
            Shown("e", "cid", ComparedAs.Comparison), Shown("f", "cid", ComparedAs.Comparison), Clicked("f", "cid"),
            Shown("g", "dee", ComparedAs.Neither), Clicked("g", "dee"));

        var counts = (await Feedback.CountComparedAsync(Now, Ending)).OrderBy(count => count.Group);

        // ann: 3 and 2, bob: 1 and 0; cid: 2 and 1.
        Assert.Equal(
            [
                new(ComparedAs.Personal, new ClusteredRate(2, 4, 2, 10, 4, 6)),
                new ComparedCount(ComparedAs.Comparison, new ClusteredRate(1, 2, 1, 4, 1, 2)),
            ],
            counts);
    }

    [Fact]
    public async Task CountComparedAsync_ShownBefore_DoesNotCount()
    {
        await SaveAsync(Shown("a", "ann", ComparedAs.Personal) with { OccurredAt = Now.AddMilliseconds(-1) });
        Assert.Empty(await Feedback.CountComparedAsync(Now, Ending));
    }

    [Fact]
    public async Task ReadExploredAsync_NothingLeftToChance_IsEmpty()
    {
        await SaveAsync(Shown("a", "ann", ComparedAs.Personal));
        Assert.Empty(await Feedback.ReadExploredAsync(Now, 10, Ending));
    }

    [Fact]
    public async Task ReadExploredAsync_ChosenByChance_TellsAllThatWasLoggedLatestFirst()
    {
        await SaveAsync(
            Shown("a", "ann", ComparedAs.Personal) with { Choice = Choice },
            Shown("b", "bob", ComparedAs.Personal) with { Choice = Choice with { Propensity = 1.0 / 3, Newer = 0 }, OccurredAt = Now.AddMinutes(1) },
            Clicked("b", "bob") with { Choice = Choice }, Shown("c", "cid", ComparedAs.Personal));

        Assert.Equal(
            [new("bob", Choice with { Propensity = 1.0 / 3, Newer = 0 }, true), new ExploredImpression("ann", Choice, false)],
            await Feedback.ReadExploredAsync(Now, 10, Ending));
        Assert.Equal("bob", Assert.Single(await Feedback.ReadExploredAsync(Now, 1, Ending)).PersonId);
        Assert.Single(await Feedback.ReadExploredAsync(Now.AddSeconds(1), 10, Ending));
    }

    private static FeedbackRecord Shown(string decision, string person, ComparedAs group) =>
        Reports.Impression(decision) with { PersonId = person, ComparedAs = group };

    private static FeedbackRecord Clicked(string decision, string person) => Reports.Click(decision) with { PersonId = person };

    private async Task SaveAsync(params IReadOnlyList<FeedbackRecord> reports) => await Feedback.SaveAsync(reports, [], Now, Ending);
}
