using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>
/// Keeps what is about erased people from being written. Every transaction that may write an id of a person passes the gate
/// first. An erasure closes it: it waits for those who have passed to commit, and whoever passes later finds the tombstones. So
/// nothing that was planned before an erasure is written after it.
/// </summary>
internal sealed class Tombstones(TombstoneKey key, DecisionIds? decisions = null)
{
    private const int ShortestDecisionId = 24;

    private static readonly HashSet<string> Nobody = [];

    private static readonly string[] Columns = ["id_key", "erasure_id", "made_with", "erased_at"];

    public TombstoneKey Key => key;

    /// <summary>Those of the ids that are erased; stays so until the transaction ends.</summary>
    public async Task<IReadOnlySet<string>> ErasedAmongAsync(SqlTransaction transaction, IEnumerable<string> ids)
    {
        if (!await PassAsync(transaction)) return Nobody;
        var byKey = ids.Distinct(StringComparer.Ordinal).ToDictionary(key.OfId, StringComparer.Ordinal);
        var erased = await transaction.QueryListAsync<string>("select id_key from erased_ids where id_key in @list", byKey.Keys);
        return erased.Count == 0 ? Nobody : erased.Select(found => byKey[found]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Those of the records, by their places, in one of whose texts an erased id, e-mail address or telephone number stands.</summary>
    public async Task<IReadOnlySet<int>> NamingAsync(SqlTransaction transaction, IReadOnlyList<IReadOnlyList<string>> records)
    {
        if (records.Count == 0 || !await PassAsync(transaction)) return new HashSet<int>();
        var byKey = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var (place, texts) in records.Index())
        {
            foreach (var word in texts.SelectMany(WordsIn))
            {
                Note(key.OfId(word), place);
                Note(key.OfContact(word), place);
            }
        }

        var erased = await transaction.QueryListAsync<string>("select id_key from erased_ids where id_key in @list", byKey.Keys);
        return erased.SelectMany(found => byKey[found]).ToHashSet();

        void Note(string hash, int place)
        {
            if (!byKey.TryGetValue(hash, out var places)) byKey.Add(hash, places = []);
            places.Add(place);
        }
    }

    /// <summary>Whatever in a text may name somebody, the people whose decisions its decision ids are among it.</summary>
    public IEnumerable<string> WordsIn(string text)
    {
        foreach (var word in WordsOf.Text(text))
        {
            yield return word;
            if (word.Length >= ShortestDecisionId && decisions?.Read(word)?.PersonId is { Length: > 0 } person) yield return person;
        }
    }

    /// <summary>Waits for everybody who has passed, and keeps others waiting until the transaction ends.</summary>
    public static Task CloseAsync(SqlTransaction transaction) =>
        transaction.QueryAsync<long>($"select tombstones from tombstone_gate where slot = 1{transaction.Dialect.ForUpdate}");

    /// <returns>How many there are of these people.</returns>
    public async Task<int> RaiseAsync(SqlTransaction transaction, PersonIds people, string erasureId, DateTimeOffset now)
    {
        string[] keys = [.. people.Ids.Select(key.OfId).Concat(people.Contacts.Select(key.OfContact)).Distinct(StringComparer.Ordinal)];
        await transaction.ExecuteAsync(
            transaction.Dialect.Upsert("erased_ids", ["id_key"], Columns),
            keys.Select(made => new { id_key = made, erasure_id = erasureId, made_with = key.Name, erased_at = UnixMilliseconds.From(now) }));
        await CountAsync(transaction);
        return keys.Length;
    }

    /// <summary>Takes all of an erasure away. The gate must be closed.</summary>
    public static async Task LiftAsync(SqlTransaction transaction, string erasureId)
    {
        await transaction.ExecuteAsync("delete from erased_ids where erasure_id = @erasureId", new { erasureId });
        await CountAsync(transaction);
    }

    /// <returns>Whether there is any tombstone.</returns>
    private static async Task<bool> PassAsync(SqlTransaction transaction) =>
        await transaction.ScalarAsync<long>($"select tombstones from tombstone_gate where slot = 1{transaction.Dialect.ForShare}") > 0;

    private static Task<int> CountAsync(SqlTransaction transaction) =>
        transaction.ExecuteAsync("update tombstone_gate set tombstones = (select count(*) from erased_ids) where slot = 1");
}
