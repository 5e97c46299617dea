using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Experiments;

public abstract class ExperimentFactsContract(IStores stores) : StoreContract(stores)
{
    private static readonly TimeSpan Before = TimeSpan.FromDays(3);

    private static readonly int Today = (int)(Now.ToUnixTimeMilliseconds() / 86_400_000);

    private IExperimentFacts Port => Store.Get<IExperimentFacts>();

    [Fact]
    public async Task ReadExposedAsync_PeopleOfSeveralExperimentsAndVariants_AreEachOnceWithTheirFirst()
    {
        await ExposeAsync(new(1, "p", "a", Now), new(1, "q", "b", Now.AddHours(2)), new(1, "q", "a", Now.AddHours(1)), new(2, "r", "a", Now), new Exposure(1, "late", "a", Now.AddDays(2)));

        var exposed = (await Port.ReadExposedAsync(1, Now.AddDays(1), Ending)).OrderBy(person => person.PersonId);

        Assert.Equal([new ExposedPerson("p", "a", Now, 1), new ExposedPerson("q", "a", Now.AddHours(1), 2)], exposed);
    }

    [Fact]
    public async Task ReadAmountsAsync_Conversions_AreCountedByDayFromTheExposureOnAndBeforeItApart()
    {
        await ExposeAsync(new Exposure(1, "p", "a", Now), new Exposure(1, "q", "b", Now));
        await ConvertAsync(
            ("p", -1, 10), ("p", -2 * 24, 5), ("p", -4 * 24, 1000), ("p", 0, 1), ("p", 1, 2), ("p", 24, 4), ("p", 48, 500), ("q", 1, null), ("x", 1, 7));

        Assert.Equal(
            [new("p", 0, true, 2, 0), new("p", Today, false, 2, 0), new("p", Today + 1, false, 1, 0), new PersonAmount("q", Today, false, 1, 0)],
            await ReadAsync(ExperimentMetric.Of("m", MetricKind.Conversion)));
        Assert.Equal(
            [new("p", 0, true, 15, 0), new("p", Today, false, 3, 0), new("p", Today + 1, false, 4, 0), new PersonAmount("q", Today, false, 0, 0)],
            await ReadAsync(ExperimentMetric.Of("m", MetricKind.Revenue, "purchase")));
        Assert.Empty(await ReadAsync(ExperimentMetric.Of("m", MetricKind.Conversion, "other")));
        Assert.DoesNotContain(await ReadAsync(ExperimentMetric.Of("m", MetricKind.Revenue), TimeSpan.Zero), amount => amount.IsBefore);
    }

    [Fact]
    public async Task ReadAmountsAsync_Clicks_AreCountedWithTheirImpressions()
    {
        await ExposeAsync(new Exposure(1, "p", "a", Now));
        await ReportAsync(Reports.Impression("1"), Reports.Click("1"), Reports.Impression("2"), Reports.Impression("3") with { Slot = "hero", ItemId = "" });

        Assert.Equal([new PersonAmount("p", Today, false, 1, 3)], await ReadAsync(ExperimentMetric.Of("m", MetricKind.Ctr)));
        Assert.Equal([new PersonAmount("p", Today, false, 0, 1)], await ReadAsync(ExperimentMetric.Of("m", MetricKind.Ctr, "hero")));
    }

    [Fact]
    public async Task ReadAmountsAsync_Events_AreCountedByTheirTypeOrNameAndPath()
    {
        await ExposeAsync(new Exposure(1, "p", "a", Now));
        await Store.WriteAsync(Facts.Of(
            Facts.Visit("p", Now.AddHours(1)), Facts.Visit("p", Now.AddHours(2)), Facts.Visit("p", Now.AddHours(3), type: ActivityTypes.FormSubmit)));

        Assert.Equal([new PersonAmount("p", Today, false, 2, 0)], await ReadAsync(ExperimentMetric.Of("m", MetricKind.Count, "pageview")));
        Assert.Empty(await ReadAsync(ExperimentMetric.Of("m", MetricKind.Count, "pageview") with { Path = "/pricing" }));
    }

    [Fact]
    public async Task ReadActiveAsync_WhoDidAnythingInTheTime_IsThereOnce()
    {
        await ExposeAsync(new Exposure(1, "exposed", "a", Now), new Exposure(1, "before", "a", Now.AddMilliseconds(-1)));
        await ConvertAsync(("exposed", 0, 1), ("converted", 1, 1));
        await ReportAsync(Reports.Impression("1"));
        await Store.WriteAsync(Facts.Of(Facts.Visit("visitor", Now.AddHours(1))));

        Assert.Equal(
            ["converted", "exposed", "p", "visitor"], (await Port.ReadActiveAsync(Now, Now.AddDays(1), Ending)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ReadAmountsAsync_OfATime_IsOneRowForEachPersonExposedOrNot()
    {
        await ConvertAsync(("p", 0, 1), ("p", 30, 2), ("q", 1, 4), ("late", 24 * 9, 8));

        var amounts = (await Port.ReadAmountsAsync(ExperimentMetric.Of("m", MetricKind.Revenue), Now, Now.AddDays(7), Ending)).OrderBy(one => one.PersonId);

        Assert.Equal([new("p", 0, false, 3, 0), new PersonAmount("q", 0, false, 4, 0)], amounts);
    }

    [Fact]
    public async Task FindPeopleAsync_KnownAndUnknownIds_GivesThePeopleOfTheKnown()
    {
        await Store.WriteAsync(Facts.Of(Facts.Person("p")) with { Owners = new Dictionary<string, string> { ["p"] = "p", ["alias"] = "p" } });

        var found = await Port.FindPeopleAsync(["alias", "nobody", "p"], Ending);

        Assert.Equal([("alias", "p"), ("p", "p")], found.Select(one => (one.Key, one.Value)).Order());
        Assert.Empty(await Port.FindPeopleAsync([], Ending));
    }

    private async Task<List<PersonAmount>> ReadAsync(ExperimentMetric metric, TimeSpan? before = null) =>
        [.. (await Port.ReadAmountsAsync(1, metric, Now.AddDays(2), before ?? Before, Ending)).OrderBy(one => one.PersonId).ThenBy(one => one.Day)];

    private Task<IReadOnlySet<string>> ExposeAsync(params Exposure[] exposures) => Store.Get<IExposureStore>().SaveAsync(exposures, [], Ending);

    private Task ConvertAsync(params (string Person, double Hours, int? Value)[] conversions) => Store.WriteAsync(Facts.Nothing with
    {
        Conversions = [.. conversions.Select((one, place) => Facts.Conversion(one.Person, one.Value) with
        {
            EventId = $"c{place}",
            OccurredAt = Now.AddHours(one.Hours),
        })],
    });

    private async Task ReportAsync(params FeedbackRecord[] reports) => await Store.Get<IFeedbackStore>().SaveAsync(reports, [], Now, Ending);
}
