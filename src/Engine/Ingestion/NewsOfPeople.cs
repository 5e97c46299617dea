using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>Tells everything in memory what a stored batch has changed, so that the next answer shows it.</summary>
public sealed class NewsOfPeople(
    PersonGenerations generations, ItemCatalogue catalogue, IRecommenderFeed recommender, InteractionWeights weights)
{
    public void Spread(IngestionPlan plan)
    {
        foreach (var change in plan.Items)
        {
            catalogue.Apply(change);
            recommender.Apply(change);
        }

        foreach (var merge in plan.Merges) recommender.Merge(merge.From, merge.To);
        recommender.Observe(
        [
            .. plan.Activities.Where(activity => activity.ItemId is not null)
                .Select(activity => weights.Of(new ItemActivity(
                    activity.PersonId, activity.ItemId!, activity.Activity.Session, activity.Activity.Type, activity.Activity.At)))
                .OfType<Core.Recommendations.Interaction>(),
        ]);

        Spread(plan.AffectedPeople);
        foreach (var identity in plan.Owners.Keys) generations.Advance(identity);
    }

    /// <summary>Something about these people changed, whatever it was.</summary>
    public void Spread(IEnumerable<string> people)
    {
        foreach (var person in people) generations.Advance(person);
    }
}
