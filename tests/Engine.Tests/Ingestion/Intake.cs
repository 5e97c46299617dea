using System.Text;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ingestion.Rybbit;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Ingestion;

/// <summary>The intake of events over a store in memory.</summary>
internal sealed class Intake
{
    public Intake()
    {
        Generations = new PersonGenerations(Clock);
        var news = new NewsOfPeople(
            new MemoryOfThisProcess(Generations, Catalogue, Feed),
            Others,
            new LiveActivity(Live, ScoringRules.Default, Clock),
            InteractionWeights.Default,
            Clock);
        var rybbit = new RybbitEventReader(new ItemPatterns([ItemPathPattern.Parse("/blog/{item_id}")!], ["item_id"]));
        Events = new IngestEvents(Store, rybbit, IngestionRules.Default, news, Clock);
    }

    public FakeTimeProvider Clock { get; } = Timing.Clock();

    public IngestionInMemory Store { get; } = new();

    public PersonGenerations Generations { get; }

    public ItemCatalogue Catalogue { get; } = new();

    public NewsChannelInMemory Others { get; } = new();

    public LiveCountersInMemory Live { get; } = new();

    public RecommenderFeedInMemory Feed { get; } = new();

    public IngestEvents Events { get; }

    public Task<IngestionSummary> RybbitAsync(string body, string? messageId = null) => SendAsync(EventSource.Rybbit, body, messageId);

    public Task<IngestionSummary> CdpAsync(string body, string? messageId = null) => SendAsync(EventSource.Cdp, body, messageId);

    private async Task<IngestionSummary> SendAsync(EventSource source, string body, string? messageId)
    {
        using var batch = EventBatchReader.Read(Encoding.UTF8.GetBytes(body), out var fault);
        Assert.Null(fault);
        return await Events.RunAsync(source, batch!, messageId, TestContext.Current.CancellationToken);
    }
}
