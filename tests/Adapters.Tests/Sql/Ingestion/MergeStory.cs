using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Cdp;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ingestion.Rybbit;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

/// <summary>What happens to a few customers, step by step; merges and their undoing can be left out of it.</summary>
internal sealed class MergeStory(Store store, bool withMerges)
{
    public static readonly string[] People = ["ann", "bob", "cat", "dan"];

    private readonly Dictionary<string, string> _owners = People.ToDictionary(person => person, person => person);
    private readonly HashSet<(string From, string To)> _apart = [];
    private readonly Stack<(string From, string To, string[] Ids, long Merge)> _open = [];
    private int _step;

    /// <summary>A kind of step, and the two people it is about.</summary>
    public static Gen<(int Kind, int One, int Other)[]> Steps { get; } =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, 3]).Array[1, 25];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async Task RunAsync((int Kind, int One, int Other)[] steps)
    {
        foreach (var person in People) await TellAsync(EventSource.Cdp, new CustomerUpserted(Next(), At, person, AttributeMap.Empty, AttributeMap.Empty));
        foreach (var (kind, one, other) in steps) await StepAsync(kind, People[one], People[other]);
        while (_open.Count > 0) await UndoAsync();
    }

    /// <summary>All tables that know people, without when somebody was last written and scored.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync()
    {
        string[] queries =
        [
            "select concat_ws('|', 'person', person_id, identified, email, name, web_traits, campaign, device, first_seen_at, last_seen_at) from people order by person_id",
            "select concat_ws('|', 'identity', identity, person_id) from identities order by identity",
            "select concat_ws('|', 'event', event_id, person_id, identity) from events order by event_id",
            "select concat_ws('|', 'consent', person_id, purpose, granted, updated_at) from consents order by person_id, purpose",
            "select concat_ws('|', 'conversion', event_id, person_id) from conversions order by event_id",
            "select concat_ws('|', 'exposure', experiment_id, person_id, variant, exposed_at) from exposures order by experiment_id, person_id, variant",
            "select concat_ws('|', 'kept', experiment_id, person_id, variant, assigned_at) from assignments order by experiment_id, person_id",
            "select concat_ws('|', 'rule', rule_id, person_id, held_out, first_at) from rule_exposures order by rule_id, person_id, held_out",
            "select concat_ws('|', 'outbox', rule_id, person_id, channel, period, requested_at) from outbox order by rule_id, person_id, channel, period",
        ];
        var rows = new List<string>();
        foreach (var query in queries) rows.AddRange(await store.RowsAsync<string>(query));
        return rows;
    }

    private DateTimeOffset At => Store.Now.AddMinutes(_step);

    private async Task StepAsync(int kind, string one, string other)
    {
        var isApart = _open.Count == 0;
        _step++;
        switch (kind)
        {
            case 0 when one != other: await MergeAsync(one, other); break;
            case 1: await UndoAsync(); break;
            case 2: await TellAsync(EventSource.Cdp, new ConsentUpdated(Next(), At, one, new Dictionary<string, bool> { ["email"] = other == one, ["sms"] = other != one })); break;
            case 3: await TellAsync(EventSource.Cdp, new LeadConverted(Next(), At, one, "sale", 5, "EUR")); break;
            case 4: if (isApart) await ServeAsync(one, other); break;
            case 5: if (isApart) await TellAsync(EventSource.Rybbit, Visit(null, $"device-{one}")); break;
            case 6: if (isApart) await TellAsync(EventSource.Rybbit, Visit(one, $"device-{one}")); break;
            default: await TellAsync(EventSource.Rybbit, Visit(one, null)); break;
        }
    }

    /// <summary>Whoever was served something while the two were one was served it as that one: only before and after can be compared.</summary>
    private async Task ServeAsync(string one, string other)
    {
        var variant = other == one ? "a" : "b";
        await store.Get<IExposureStore>().SaveAsync(
            [new Exposure(1, one, variant, At) { IsKept = true }], [new MessageRequest(3, one, "email", "t", other.Length, At)], Ending);
        await store.Get<IRuleExposures>().SaveAsync([new RuleExposure(7, one, other == one, At)], Ending);
    }

    private async Task MergeAsync(string one, string other)
    {
        if (withMerges) await TellAsync(EventSource.Cdp, new IdentityLinked(Next(), At, one, [other]));
        var (from, to) = (_owners[other], _owners[one]);
        if (from == to || _apart.Contains((from, to)) || _apart.Contains((to, from))) return;
        string[] ids = [.. People.Where(person => _owners[person] == from)];
        foreach (var id in ids) _owners[id] = to;
        _open.Push((from, to, ids, withMerges ? (await store.RowsAsync<long>("select max(id) from merges"))[0] : 0));
    }

    private async Task UndoAsync()
    {
        if (!_open.TryPop(out var last)) return;
        foreach (var id in last.Ids) _owners[id] = last.From;
        _apart.Add((last.From, last.To));
        if (!withMerges) return;
        var undone = await store.Get<IPersonMerges>().UndoAsync(last.Merge, "anna", Ending);
        Assert.Equal((last.From, last.To, null), (undone.Merge?.From, undone.Merge?.To, undone.Refusal));
    }

    private BehaviourEvent Visit(string? known, string? device) =>
        new(Next(), At, known, device, new Activity(At, ActivityOrigin.Rybbit, ActivityTypes.PageView), null, null, null, null, null);

    private string Next() => $"e{_step}";

    private Task<IngestionPlan> TellAsync(EventSource source, IncomingEvent told)
    {
        var events = new[] { told with { EventId = $"{told.EventId}-{told.GetType().Name}-{string.Join('-', told.Identities)}" } };
        return store.Get<IIngestionStore>().ApplyAsync(
            IngestionQuestion.Of(source, events),
            knowledge => IngestionPlanner.Plan(source, events, knowledge, IngestionRules.Default, Store.Now), [], Ending);
    }
}
