using System.Data.Common;
using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Administration.Holdouts;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Feedback;

internal sealed class SqlRuleExposures(SqlDatabase database, Tombstones tombstones) : IRuleExposures
{
    private const string Other =
        "exists (select 1 from rule_exposures o where o.rule_id = e.rule_id and o.person_id = e.person_id and o.held_out <> e.held_out)";

    private const string Converted = "exists (select 1 from conversions c where c.person_id = e.person_id and c.occurred_at >= e.first_at";

    private const string Count =
        $"select e.held_out, count(*), sum(case when {Converted} and (@goal is null or c.goal = @goal)) then 1 else 0 end) from rule_exposures e "
        + $"where e.rule_id = @ruleId and e.first_at >= @since and not {Other} group by e.held_out";

    private const string CountBoth =
        $"select count(*) from rule_exposures e where e.rule_id = @ruleId and e.held_out = @held and e.first_at >= @since and {Other}";

    private static readonly string[] Columns = ["rule_id", "person_id", "held_out", "first_at"];

    public Task SaveAsync(IReadOnlyList<RuleExposure> exposures, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var erased = await tombstones.ErasedAmongAsync(transaction, exposures.Select(exposure => exposure.PersonId));
            await transaction.ExecuteAsync(
                transaction.Dialect.InsertIfAbsent("rule_exposures", Columns),
                exposures.Where(exposure => !erased.Contains(exposure.PersonId)).Select(exposure => new
                {
                    rule_id = exposure.RuleId,
                    person_id = exposure.PersonId,
                    held_out = exposure.HeldOut,
                    first_at = UnixMilliseconds.From(exposure.At),
                }));
        },
        cancellationToken);

    public Task<RuleGroups> CountAsync(long ruleId, DateTimeOffset since, string? goal, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => CountAsync(connection, ruleId, since, goal, token), cancellationToken);

    private static async Task<RuleGroups> CountAsync(
        DbConnection connection, long ruleId, DateTimeOffset since, string? goal, CancellationToken cancellationToken)
    {
        var asked = new { ruleId, since = UnixMilliseconds.From(since), goal, held = true };
        var groups = new Dictionary<bool, RuleGroup>();
        await using (var rows = await connection.ExecuteReaderAsync(new CommandDefinition(Count, asked, cancellationToken: cancellationToken)))
        {
            // MySQL sums to decimals, and SQLite knows no booleans.
            while (await rows.ReadAsync(cancellationToken))
                groups[Convert.ToBoolean(rows.GetValue(0), null)] = new RuleGroup(rows.GetInt64(1), Convert.ToInt64(rows.GetValue(2), null));
        }

        var both = await connection.ExecuteScalarAsync<long>(new CommandDefinition(CountBoth, asked, cancellationToken: cancellationToken));
        return new RuleGroups(groups.GetValueOrDefault(false, RuleGroup.Nobody), groups.GetValueOrDefault(true, RuleGroup.Nobody), both);
    }
}
