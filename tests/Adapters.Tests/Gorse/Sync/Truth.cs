using PersonalizationEngine.Adapters.Tests.Sql;

namespace PersonalizationEngine.Adapters.Tests.Gorse.Sync;

/// <summary>What Gorse ought to know, worked out from the rows of the store by the definition, the slow way.</summary>
internal sealed class Truth(Store store)
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(30);

    private static readonly Dictionary<string, double> Weights = new()
    {
        ["pageview"] = 1,
        ["copy"] = 2.5,
        ["outbound"] = 2.5,
        ["custom_event"] = 2.5,
        ["button_click"] = 2.5,
        ["form_submit"] = 3,
    };

    public async Task<HashSet<string>> UsersAsync() => [.. await store.RowsAsync<string>(
        "select replace(person_id, '/', '~1') from people where deleted_at is null or last_seen_at > deleted_at or customer_updated_at > deleted_at")];

    /// <summary>Each item with whether it is hidden.</summary>
    public async Task<Dictionary<string, bool>> ItemsAsync() =>
        (await store.RowsAsync<(string Id, long Hidden)>("select item_id, hidden or deleted from items")).ToDictionary(item => item.Id, item => item.Hidden != 0);

    public async Task<Dictionary<(string User, string Item), (double Strength, DateTimeOffset At)>> InterestsAsync()
    {
        var acts = await store.RowsAsync<(string Person, string Item, string Type, long At)>(
            "select replace(e.person_id, '/', '~1'), e.item_id, e.type, e.occurred_at from events e, people p "
            + "where p.person_id = e.person_id and e.item_id is not null and (p.deleted_at is null or p.deleted_at < e.occurred_at)");
        return acts.GroupBy(act => (act.Person, act.Item)).Select(pair => (pair.Key, Strength: Highest([.. pair]), At: pair.Max(act => act.At)))
            .Where(pair => pair.Strength >= 2.5)
            .ToDictionary(pair => pair.Key, pair => (pair.Strength, DateTimeOffset.FromUnixTimeMilliseconds(pair.At)));
    }

    private static double Highest(IReadOnlyList<(string Person, string Item, string Type, long At)> acts) => Math.Round(
        acts.Max(until => acts.Where(act => act.At <= until.At).Sum(act => Weights[act.Type] * Math.Pow(2, -(until.At - act.At) / HalfLife.TotalMilliseconds))), 4);
}
