using System.Text;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Feedback;

/// <summary>A frontend that reports on decisions.</summary>
internal sealed class Reports : IDisposable
{
    private readonly DecisionIds _ids = new(new byte[32]);
    private readonly Definitions _definitions = new();

    public Reports()
    {
        var here = new MemoryOfThisProcess(new PersonGenerations(Clock), new ItemCatalogue(), Feed);
        Record = new RecordFeedback(
            Store, new ConsentsInMemory(), new FeedbackEventReader(_ids, _definitions.Keeper), new NewsOfFeedback(here, new NoNewsChannel(), Clock), Clock);
    }

    public RecommenderFeedInMemory Feed { get; } = new();

    public FakeTimeProvider Clock { get; } = Timing.Clock();

    public FeedbackInMemory Store { get; } = new();

    public RecordFeedback Record { get; }

    /// <summary>A decision of now that filled the slot <c>hero</c> by rule 7 and recommended the item <c>i1</c>.</summary>
    public string Decide(uint nonce = 1) => _ids.Write(new DecisionTicket(
        Clock.GetUtcNow(), nonce, "ada", [], [new ServedSlot("hero", 7), new ServedSlot("aside", null)], [new ServedItem("i1", "popular")]));

    /// <summary>A decision of a time when lists were compared.</summary>
    public string DecideCompared(ServedItem item) => _ids.Write(
        new DecisionTicket(Clock.GetUtcNow(), 1, "ada", [], [new ServedSlot("hero", 7)], [item]) { IsCompared = true });

    public async Task<IngestionSummary> SendAsync(string body)
    {
        using var batch = EventBatchReader.Read(Encoding.UTF8.GetBytes(body), out _)!;
        return await Record.RunAsync(batch, TestContext.Current.CancellationToken);
    }

    /// <summary>The same for nobody in particular.</summary>
    public string DecideForNobody(ExplorationChoice? choice = null) => _ids.Write(new DecisionTicket(
        Clock.GetUtcNow(), 9, "", [], [], [new ServedItem("i1", "popular") { Choice = choice }]));

    public static string Click(string decision, string what = "\"item_id\":\"i1\"", string eventId = "") =>
        $"{{\"type\":\"click\",\"decision_id\":\"{decision}\",{what}{(eventId.Length > 0 ? $",\"event_id\":\"{eventId}\"" : "")}}}";

    public void Dispose() => _definitions.Dispose();
}
