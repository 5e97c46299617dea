using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>Remembers who logged in on which device, and which links were refused.</summary>
internal static class LinkNotes
{
    private const string Again =
        "update refused_links set times = times + 1, last_at = @at where known_id = @KnownId and alias = @Alias and reason = @reason";

    private const string First =
        "insert into refused_links (known_id, alias, reason, times, first_at, last_at) values (@KnownId, @Alias, @reason, 1, @at, @at)";

    public static async Task WriteAsync(SqlTransaction transaction, IngestionPlan plan, DateTimeOffset now)
    {
        var at = UnixMilliseconds.From(now);
        if (plan.Logins.Count > 0)
        {
            await transaction.ExecuteAsync(
                transaction.Dialect.Upsert("identity_links", ["identity", "known_id"], ["identity", "known_id", "linked_at"]),
                plan.Logins.Select(login => new { identity = login.Device, known_id = login.KnownId, linked_at = at }));
        }

        foreach (var link in plan.RefusedLinks.Values)
        {
            var row = new { link.KnownId, link.Alias, reason = link.Reason.Name(), at };
            if (await transaction.ExecuteAsync(Again, row) == 0) await transaction.ExecuteAsync(First, row);
        }
    }
}
