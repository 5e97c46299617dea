using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

public sealed class BehaviourTests(SharedClickHouse clickHouse)
{
    private static readonly VisitorQuery Everybody = new(Traffic.Now, null);

    [Theory]
    [InlineData(Generation.First)]
    [InlineData(Generation.Second)]
    public async Task ReadAsync_OfEverybody_CountsAsTheEngineAndAsAPlainCount(Generation generation)
    {
        var database = await clickHouse.NewAsync(generation);
        await Traffic.AddAsync(database, 20_000, 300);

        await IsRightForEverybodyAsync(database, await database.ReadAsync(Everybody));
    }

    internal static async Task IsRightForEverybodyAsync(RybbitDatabase database, Dictionary<string, VisitorBehaviour> read)
    {
        var reach = Traffic.Now - FactorWindows.Default.Reach;
        var rows = (await EventRow.ReadAllAsync(database)).Where(row => row.At >= reach && row.At <= Traffic.Now && !row.IsDatacenter)
            .GroupBy(row => row.Visitor).ToDictionary(visitor => visitor.Key, visitor => visitor.ToList());

        Assert.Equal(rows.Keys.Order(), read.Keys.Order());
        foreach (var (visitor, behaviour) in read)
        {
            AccumulatedFactors.AreEqual(rows[visitor], behaviour, ScoringRules.Default);
            PlainCount.IsEqual(rows[visitor], behaviour);
        }
    }
}
