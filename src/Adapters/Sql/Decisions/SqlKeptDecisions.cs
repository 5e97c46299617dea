using System.Security.Cryptography;
using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Decisions;

/// <summary>Receipts, and once for all receipts that were made by it each playbook, under the hash of what it is made of.</summary>
internal sealed class SqlKeptDecisions(SqlDatabase database, Tombstones tombstones) : IKeptDecisions
{
    private const string Find =
        "select d.receipt, p.contents from decision_receipts d join decision_playbooks p on p.fingerprint = d.playbook where d.decision_key = @key";

    private static readonly string[] ReceiptColumns = ["decision_key", "person_id", "decided_at", "playbook", "receipt"],
        PlaybookColumns = ["fingerprint", "contents", "kept_at"];

    public Task SaveAsync(IReadOnlyList<KeptDecision> decisions, CancellationToken cancellationToken)
    {
        var playbooks = new Dictionary<PlaybookContents, (string Fingerprint, byte[] Contents)>(ReferenceEqualityComparer.Instance);
        PlaybookContents? last = null;
        var rows = new List<(string PersonId, object Row)>(decisions.Count);
        foreach (var decision in decisions)
        {
            // Each decision brings its own copy; of decisions in a row nearly all are alike.
            if (last is null || !last.IsLike(decision.Playbook)) last = decision.Playbook;
            if (!playbooks.TryGetValue(last, out var playbook)) playbooks[last] = playbook = Pack(last);
            rows.Add((decision.Receipt.Person.Profile.PersonId, Row(decision, playbook.Fingerprint)));
        }

        var keptAt = decisions.Max(decision => UnixMilliseconds.From(decision.Receipt.Request.Now));
        return database.WriteAsync(
            async transaction =>
            {
                var erased = await tombstones.ErasedAmongAsync(transaction, rows.Select(row => row.PersonId));
                // With the instant of the newest decision: a playbook goes when neither it nor any receipt of it is young.
                var insert = transaction.Dialect.Upsert("decision_playbooks", ["fingerprint"], PlaybookColumns, ["kept_at"]);
                foreach (var (fingerprint, contents) in playbooks.Values.DistinctBy(playbook => playbook.Fingerprint))
                    await transaction.ExecuteAsync(insert, new { fingerprint, contents, kept_at = keptAt });
                await transaction.ExecuteAsync(transaction.Dialect.InsertIfAbsent("decision_receipts", ReceiptColumns),
                    rows.Where(row => !erased.Contains(row.PersonId)).Select(row => row.Row));
            },
            cancellationToken);
    }

    public async Task<KeptDecision?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            (connection, token) => connection.QueryFirstOrDefaultAsync<FoundRow>(new CommandDefinition(Find, new { key }, cancellationToken: token)),
            cancellationToken);
        return row is not null
            && Packed.Read(row.Receipt, ReceiptJson.Default.StoredReceipt) is { } stored
            && Packed.Read(row.Contents, ReceiptJson.Default.PlaybookContents) is { } playbook
            ? new KeptDecision(key, stored.Receipt, playbook, stored.Sources, stored.Model, stored.WasAsked)
            : null;
    }

    private static (string Fingerprint, byte[] Contents) Pack(PlaybookContents playbook)
    {
        var contents = Packed.Write(playbook, ReceiptJson.Default.PlaybookContents);
        return (Convert.ToHexStringLower(SHA256.HashData(contents).AsSpan(0, 16)), contents);
    }

    private static object Row(KeptDecision decision, string playbook) => new
    {
        decision_key = decision.Key,
        person_id = decision.Receipt.Person.Profile.PersonId,
        decided_at = UnixMilliseconds.From(decision.Receipt.Request.Now),
        playbook,
        receipt = Packed.Write(
            new StoredReceipt(decision.Receipt, decision.Sources, decision.Model, decision.WasAsked), ReceiptJson.Default.StoredReceipt),
    };

    private sealed record FoundRow
    {
        public required byte[] Receipt { get; init; }
        public required byte[] Contents { get; init; }
    }
}
