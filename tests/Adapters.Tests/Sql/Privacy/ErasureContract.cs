using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Cdp;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ingestion.Rybbit;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Tests.Sql.Privacy;

public abstract class ErasureContract(IStores stores) : StoreContract(stores)
{
    private int _sent;

    private IErasures Erasures => Store.Get<IErasures>();

    [Fact]
    public async Task Begin_FromThenOn_NobodyIsStoredUnderAnyOfTheirIds()
    {
        await SeeAsync("ada", "device");
        var open = await BeginAsync("device");
        await EraseAsync(open);

        var plan = await SeeAsync("ada", "device");
        await Store.Get<IExposureStore>().SaveAsync([new Exposure(1, "ada", "a", Now)], [new MessageRequest(1, "device", "email", "t", 1, Now)], Ending);
        await Store.Get<IRuleExposures>().SaveAsync([new RuleExposure(1, "ada", false, Now)], Ending);
        await Store.Get<ILeadScores>().SaveAsync([Scores.Of("ada", 12)], Ending);
        var saved = await Store.Get<IFeedbackStore>().SaveAsync([Reports.Click("d") with { PersonId = "ada" }], [Facts.Refused("k", """{"id": "ada"}""")], Now, Ending);
        await Store.Get<ISyncedRecords>().WriteAsync("cdp:customers", new Dictionary<string, long> { ["ada"] = 1, ["ada|email"] = 2, ["bob"] = 3 }, Ending);
        await Store.Get<ISyncPositions>().WriteAsync("gorse.people", "17 ada", Ending);
        await Store.Get<ISyncPositions>().WriteAsync(
            "cdp:customers", """{"shape":"x","pass":1,"began":0,"done":false,"start":false,"order":"u:2026","key":["s:ada"]}""", Ending);

        Assert.Equal([0], plan.Ignored.Keys);
        Assert.Equal([0], saved.Ignored);
        Assert.Empty(await TracesAsync("ada", "device"));
        Assert.Equal(["bob"], await Store.RowsAsync<string>("select record_id from synced_records"));
        Assert.Equal("17 ", await Store.Get<ISyncPositions>().ReadAsync("gorse.people", Ending));
    }

    [Fact]
    public async Task Erase_AnswersThatAreKeptForClients_NameThemNoMore()
    {
        await SeeAsync("ada", null);
        var keys = Store.Get<IIdempotencyKeys>();
        foreach (var (key, person) in (IEnumerable<(string, string)>)[("before", "ada"), ("others", "bob"), ("running", "ada")])
        {
            await keys.TakeAsync(key, "r", "h", Now, Now.AddMinutes(5), Ending);
            if (key != "running") await keys.KeepAsync(key, "h", AnswerAbout(person), Now.AddDays(1), Ending);
        }

        await EraseAsync(await BeginAsync("ada"));
        var isKept = await keys.KeepAsync("running", "h", AnswerAbout("ada"), Now.AddDays(1), Ending);

        Assert.False(isKept);
        Assert.Empty(await TracesAsync("ada"));
        // Done all the same, and so not done again.
        Assert.Null((await keys.TakeAsync("running", "r", "other", Now, Now.AddMinutes(5), Ending)).Answer!.Body);
        Assert.NotNull((await keys.TakeAsync("others", "r", "other", Now, Now.AddMinutes(5), Ending)).Answer!.Body);

        static KeptAnswer AnswerAbout(string person) => new(200, [], $$"""{"user_id":"{{person}}"}""");
    }

    [Fact]
    public async Task Erase_FormerOwnersEventsOnADevice_StayWithoutItsId()
    {
        await SeeAsync("ada", "shared");
        await SeeAsync(null, "shared");
        await SeeAsync("bob", "shared");
        Assert.Equal(["ada"], await Store.RowsAsync<string>("select person_id from events where identity = 'shared'"));

        await EraseAsync(await BeginAsync("bob"));

        Assert.Equal(["ada", "ada"], await Store.RowsAsync<string>("select identity from events where person_id = 'ada'"));
        Assert.Empty(await TracesAsync("bob", "shared"));
    }

    [Fact]
    public async Task Erase_MergedPerson_KeepsTheFactUnderPseudonyms()
    {
        await SeeAsync("grace", null);
        await SeeAsync("lovelace", null);
        await ApplyAsync([new IdentityLinked("l", Now, "grace", ["lovelace"])]);
        Assert.Equal(["grace"], await Store.RowsAsync<string>("select subject from audit"));

        var open = await BeginAsync("lovelace");
        await EraseAsync(open);

        Assert.Empty(await TracesAsync("grace", "lovelace"));
        Assert.Equal(2, (await Store.RowsAsync<string>("select action from audit order by id")).Count);
    }

    [Fact]
    public async Task Begin_WhileEventsKeepComing_LeavesNoTrace()
    {
        for (var round = 0; round < 10; round++)
        {
            var (person, device) = ($"person-{round}", $"device-{round}");
            await SeeAsync(person, device);
            using var stopping = new CancellationTokenSource();
            Task[] senders =
            [
                .. Enumerable.Range(0, 3).Select(number => Task.Run(async () =>
                {
                    for (var i = 0; !stopping.IsCancellationRequested; i++)
                    {
                        await SeeAsync(i % 2 == 0 ? person : null, device, $"{number}-{i}");
                        await Store.Get<IExposureStore>().SaveAsync([new Exposure(number + (10L * i), person, "a", Now)], [], Ending);
                        await Store.Get<IFeedbackStore>().SaveAsync([Reports.Click($"{round}-{number}-{i}") with { PersonId = person }], [], Now, Ending);
                        await Store.Get<ILeadScores>().SaveAsync([Scores.Of(person, i % 900)], Ending);
                    }
                })),
            ];
            await Task.Delay(20, Ending);
            await EraseAsync(await BeginAsync(person));
            Assert.Empty(await TracesAsync(person, device));
            await Task.Delay(20, Ending);
            await stopping.CancelAsync();
            await Task.WhenAll(senders);
            Assert.Empty(await TracesAsync(person, device));
        }
    }

    [Fact]
    public async Task Begin_ManyAtOnce_IsOneErasure()
    {
        await SeeAsync("ada", "device");
        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => BeginAsync(number % 2 == 0 ? "ada" : "device"))));
        Assert.Single(begun.Select(open => open.Erasure.ErasureId).Distinct());
        Assert.Equal(1, await Store.CountAsync("erasures"));
    }

    [Fact]
    public async Task Due_AfterADeath_KnowsWhomAndIsSealed()
    {
        await SeeAsync("ada", "device");
        await BeginAsync("ada");

        var open = Assert.Single(await Erasures.DueAsync(Store.Time.GetUtcNow(), 10, Ending));
        Assert.Equal(["ada", "device"], open.Ids!.Ids.Order());
        Assert.DoesNotContain("ada", (await Store.RowsAsync<string>("select sealed_ids from erasures"))[0], StringComparison.Ordinal);
        await Erasures.SaveAsync(open.Erasure, null, Ending);
        Assert.Empty(await Erasures.DueAsync(Now.AddYears(1), 10, Ending));
        Assert.Null((await Erasures.FindAsync(open.Erasure.ErasureId, Ending))!.Ids);
    }

    [Fact]
    public async Task Begin_OfInactivePeople_LetsThemComeBack()
    {
        await SeeAsync("ada", "device", "-of-ada");
        await SeeAsync("bob", null);
        var inactive = await Store.Get<IPersonalData>().InactiveAsync(Now.AddDays(1), "", 10, Ending);
        Assert.Equal(["ada", "bob"], inactive);

        var open = await Erasures.BeginAsync(inactive, Erasure.Inactive, "retention", Now, Ending);
        await EraseAsync(open!);
        Assert.Empty(await TracesAsync("ada", "bob", "device"));
        await SeeAsync("ada", null, "later");
        Assert.Equal(1, await Store.CountAsync("people"));
    }

    [Fact]
    public async Task Export_OfAPerson_HasTheirRowsAndNobodyElses()
    {
        await SeeAsync("ada", "device");
        await SeeAsync("bob", null);
        var data = Store.Get<IPersonalData>();
        var person = await data.FindAsync("device", Ending);
        var rows = new Dictionary<string, int>();
        foreach (var section in await data.SectionsAsync(Ending))
            rows[section.Name] = await data.ReadAsync(section, person!, Ending).CountAsync(Ending);

        Assert.Equal((1, 2, 1), (rows["people"], rows["identities"], rows["events"]));
        Assert.Null(await data.FindAsync("nobody", Ending));
    }

    private static readonly string[] Ours = ["erasures", "erased_ids"];

    protected abstract string Tables { get; }

    private async Task<OpenErasure> BeginAsync(string id) => (await Erasures.BeginAsync([id], Erasure.Request, "anna", Now, Ending))!;

    private async Task EraseAsync(OpenErasure open)
    {
        var left = await Erasures.EraseRowsAsync(open.Ids!, Ending);
        Assert.All(left.Values, rows => Assert.Equal(0, rows));
    }

    private Task<IngestionPlan> SeeAsync(string? user, string? device, string id = "") => ApplyAsync(
    [
        new BehaviourEvent(
            $"e{Interlocked.Increment(ref _sent)}{id}", Now, user, device, new Activity(Now, ActivityOrigin.Rybbit, ActivityTypes.PageView),
            null, null, null, null, null),
    ]);

    private Task<IngestionPlan> ApplyAsync(IReadOnlyList<IncomingEvent> events) => Store.Get<IIngestionStore>().ApplyAsync(
        IngestionQuestion.Of(EventSource.Rybbit, events),
        knowledge => IngestionPlanner.Plan(EventSource.Rybbit, events, knowledge, IngestionRules.Default, Now),
        [],
        Ending);

    private async Task<IReadOnlyList<string>> TracesAsync(params string[] names)
    {
        var found = new List<string>();
        foreach (var table in await Store.RowsAsync<string>(Tables))
        {
            foreach (IDictionary<string, object?> row in await Store.RowsAsync<dynamic>($"select * from {table}"))
            {
                foreach (var (column, value) in row)
                    found.AddRange(names.Where(name => value is string text && text.Contains(name, StringComparison.Ordinal)).Select(name => $"{table}.{column}: {value}"));
            }
        }

        Assert.DoesNotContain(found, one => Ours.Any(table => one.StartsWith($"{table}.", StringComparison.Ordinal)));
        return found;
    }
}
