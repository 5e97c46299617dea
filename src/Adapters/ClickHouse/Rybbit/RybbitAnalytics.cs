using System.Runtime.CompilerServices;
using PersonalizationEngine.Adapters.ClickHouse.Rows;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>The factors of every visitor, counted by ClickHouse in one pass over Rybbit's events.</summary>
internal sealed class RybbitAnalytics(ClickHouseDatabase database, RybbitProbe probe, SaltedSites salted, ScoringRules rules) : IWebAnalytics
{
    /// <exception cref="ClickHouseException">Unreachable, refused, too slow, too big, or broken off.</exception>
    public async IAsyncEnumerable<VisitorBehaviour> ReadAsync(
        VisitorQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var schema = await probe.ProbeAsync(cancellationToken);
        await salted.WarnOnceAsync(schema, query.AsOf, cancellationToken);
        var hasUnnamed = await HasUnnamedSessionsAsync(schema, query, cancellationToken);
        var behaviour = new BehaviourSql(schema, database.Options, rules);
        var texts = await VisitTexts.ReadAsync(database, behaviour.WriteSurroundings(query), behaviour.WriteCampaigns(query), cancellationToken);
        foreach (var slice in VisitorSlice.Of(texts.Visitors))
        {
            var counting = behaviour.Write(query, slice, hasUnnamed);
            await foreach (var visitor in database.ReadAsync(counting, new BehaviourRow(query.AsOf, texts).Read, cancellationToken))
            {
                // What the engine would not take as an id from a webhook either.
                if (PersonId.IsValid(visitor.VisitorId)) yield return visitor;
            }
        }
    }

    /// <summary>Rybbit gives every event a session; somebody's own import need not.</summary>
    private async Task<bool> HasUnnamedSessionsAsync(RybbitSchema schema, VisitorQuery query, CancellationToken cancellationToken)
    {
        var question = new Question();
        var where = new ActivitySql(schema, question, database.Options).Where(query.AsOf - rules.Windows.Reach, query.AsOf);
        question.Sql = $"select toUInt8(1) from {RybbitSchema.Table} where session_id = '' and {where} limit 1";
        await foreach (var _ in database.ReadAsync(question, static (ref RowReader row) => row.Byte(), cancellationToken)) return true;
        return false;
    }
}
