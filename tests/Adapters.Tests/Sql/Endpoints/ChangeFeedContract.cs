using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Delivery.Endpoints.Changes;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Endpoints;

/// <summary>What the engine writes down is told to customers, each once, whatever is cut off on the way.</summary>
public abstract class ChangeFeedContract(IStores stores) : StoreContract(stores)
{
    private OutboundEvents Events => new(Store.Get<ICustomerEndpoints>(), Store.Get<IEndpointMessages>());

    [Fact]
    public async Task Segment_ThatChanges_IsToldOnceWithTheOneBefore()
    {
        await ScoreAsync(10, "anna");
        var endpoint = await AddAsync(OutboundEventTypes.SegmentChanged);
        await PublishAsync();
        await ScoreAsync(60, "anna", "bert");
        await ScoreAsync(61, "anna");
        await ScoreAsync(3, "carl");

        Assert.Equal(0, await PublishAsync(TimeSpan.Zero));
        Assert.Equal(2, await PublishAsync());
        Assert.Equal(0, await PublishAsync());

        var told = await Store.Get<IEndpointMessages>().TakeAsync(endpoint.Id, Store.Time.GetUtcNow(), Store.Time.GetUtcNow(), 10, Ending);
        Assert.Equal(2, told.Count);
        Assert.Contains("\"user_id\":\"anna\",\"from\":\"cold_lead\",\"to\":\"hot_lead\",\"score\":60", told[0].Payload, StringComparison.Ordinal);
        Assert.Contains("\"user_id\":\"bert\",\"from\":\"cold_lead\"", told[1].Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segment_ThatChangesAgainAfterACutOffRun_IsNotToldTwice()
    {
        await AddAsync(OutboundEventTypes.SegmentChanged);
        await PublishAsync();
        await ScoreAsync(60, "anna");
        var before = await Store.Get<ISyncPositions>().ReadAsync("told:segment.changed", Ending);
        await PublishAsync();
        // As if the run had ended before it wrote down how far it came.
        await Store.Get<ISyncPositions>().WriteAsync("told:segment.changed", before!, Ending);

        await PublishAsync();

        Assert.Single(await Store.Get<IEndpointMessages>().ListAsync(null, null, long.MaxValue, 10, Ending));
    }

    [Fact]
    public async Task Changes_NobodyWantsToBeToldOf_ArePassedOver()
    {
        await AddAsync(OutboundEventTypes.DeliveryFailed);
        await PublishAsync();
        await ScoreAsync(60, "anna");
        Assert.Equal(0, await PublishAsync());

        await AddAsync(OutboundEventTypes.SegmentChanged);
        Assert.Equal(0, await PublishAsync());
        await ScoreAsync(10, "anna");
        Assert.Equal(1, await PublishAsync());
    }

    private Task<CustomerEndpoint> AddAsync(string type) => Store.Get<ICustomerEndpoints>().AddAsync(
        new EndpointDefinition(new Uri("https://hooks.example.com"), [type], null, true), EndpointSecrets.New(), Now, Ending);

    private Task<int> PublishAsync(TimeSpan? after = null)
    {
        Store.Time.Advance(after ?? TimeSpan.FromSeconds(10));
        return new PublishChanges(Store.Get<IChangeFeed>(), Events, Events, Store.Get<ISyncPositions>(), Store.Time).RunAsync(Ending);
    }

    private async Task ScoreAsync(decimal score, params string[] people)
    {
        Store.Time.Advance(TimeSpan.FromSeconds(1));
        await Store.Get<ILeadScores>().SaveAsync([.. people.Select(person => Scores.Of(person, score, score >= 50 ? LeadSegment.HotLead : LeadSegment.ColdLead, Store.Time.GetUtcNow()))], Ending);
    }
}
