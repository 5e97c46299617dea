using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Scoring.History;
using PersonalizationEngine.Engine.Scoring.Models;

namespace PersonalizationEngine.Dashboard.Leads;

/// <summary>Asks the use cases of the API for all that a person's page begins with.</summary>
public sealed class ReadLeadFacts(
    ReadPlainScore score, TellScoreHistory history, IPersonTimeline timeline, PersonalizeVisitor personalize, LeadModels models, ScoreByModel byModel)
{
    private const int Recommended = 6, MostModels = 5;

    public async Task<LeadFacts> RunAsync(PersonWithConsents found, CancellationToken cancellationToken)
    {
        var id = found.Person.PersonId;
        var question = new VisitorQuestion(id, null, Recommended, AttributeMap.Empty, Explain: true) { IsRehearsal = true };
        var scored = new List<(string, ModelScoreReading)>();
        foreach (var model in (await models.ActiveAsync(cancellationToken)).Take(MostModels))
            scored.Add((model.Value.Name, await byModel.RunAsync(id, model, null, cancellationToken)));
        return new LeadFacts(
            found,
            await score.RunAsync(id, null, cancellationToken),
            await history.ScoresAsync(id, long.MaxValue, LeadFacts.HistoryLength, cancellationToken),
            await timeline.OfPersonAsync(id, null, LeadFacts.LatestEvents, cancellationToken),
            await personalize.RunAsync(question, cancellationToken),
            scored);
    }
}
