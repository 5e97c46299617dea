using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Tests.Gorse.Sync;

/// <summary>People who look at items, some of them with interest, some of them merged or deleted later; the same for each seed.</summary>
internal sealed class MadeUpSite(Store store, int people, int items)
{
    private const int PairsOfAPerson = 12;
    private const string Insert =
        "insert into events (source, event_id, person_id, identity, type, item_id, occurred_at, received_at) "
        + "values ('rybbit', @event, @person, @person, @type, @item, @at, @received)";

    private static readonly string[] StrongTypes = ["copy", "form_submit", "outbound", "custom_event"];

    private readonly Random _dice = new(20260514);
    private readonly HashSet<int> _merged = [];
    private long _events;

    private DateTimeOffset Now => store.Time.GetUtcNow();

    public async Task BeginAsync()
    {
        await store.WriteAsync(Facts.Of([.. Enumerable.Range(0, people).Select(person => Facts.Person(Person(person)) with { ChangedAt = Now })]));
        await store.WriteAsync(Facts.Of([.. Enumerable.Range(0, items).Select(item => new ItemChange(Item(item), Facts.Item(Item(item), Now), Now))]));
        await ActAsync(Enumerable.Range(0, people).SelectMany(person => Enumerable.Range(0, PairsOfAPerson).SelectMany(_ => Pair(person))));
    }

    /// <summary>A moment of the site's life: acts, items hidden and deleted, people merged and deleted.</summary>
    public async Task GoOnAsync()
    {
        await ActAsync(Enumerable.Range(0, people / 10).SelectMany(_ => Pair(Anybody())));
        for (var i = 0; i < Math.Max(1, items / 50); i++)
        {
            var item = Item(_dice.Next(items));
            var change = i % 2 == 0 ? Facts.Item(item, Now) with { Hidden = true } : null;
            await store.WriteAsync(Facts.Of(new ItemChange(item, change, Now)));
        }

        for (var i = 0; i < Math.Max(2, people / 200); i++)
        {
            var (from, to) = (Anybody(), Anybody());
            if (from != to && _merged.Add(from))
                await store.WriteAsync(Facts.Nothing with { Merges = [new PersonMerge(Person(from), Person(to), "cookie")] });
            await store.WriteAsync(Facts.Of(Facts.Person(Person(Anybody())).WithoutCustomer(Now) with { ChangedAt = Now }));
        }
    }

    private static string Person(int number) => $"person/{number}";

    private static string Item(int number) => $"item-{number}";

    /// <summary>Somebody who is still somebody.</summary>
    private int Anybody()
    {
        var person = _dice.Next(people);
        while (_merged.Contains(person)) person = _dice.Next(people);
        return person;
    }

    /// <summary>What somebody does on one item: mostly one strong act, sometimes some views, sometimes too few.</summary>
    private IEnumerable<object> Pair(int person)
    {
        var item = Item(_dice.Next(items));
        var latest = Now.AddMinutes(-_dice.Next(200 * 24 * 60));
        var kind = _dice.Next(20);
        var views = kind < 12 ? _dice.Next(2) : kind < 17 ? _dice.Next(3, 6) : _dice.Next(1, 3);
        if (kind < 12) yield return Act(person, item, StrongTypes[_dice.Next(StrongTypes.Length)], latest);
        for (var view = 0; view < views; view++) yield return Act(person, item, "pageview", latest.AddMinutes(-_dice.Next(12 * 24 * 60)));
    }

    private object Act(int person, string item, string type, DateTimeOffset at) => new
    {
        @event = $"e{_events++}",
        person = Person(person),
        type,
        item,
        at = at.ToUnixTimeMilliseconds(),
        received = Now.ToUnixTimeMilliseconds(),
    };

    private Task<int> ActAsync(IEnumerable<object> acts) =>
        store.Database.WriteAsync(transaction => transaction.ExecuteAsync(Insert, acts), TestContext.Current.CancellationToken);
}
