using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>Tells everything in memory, here and in other processes, what a stored batch has changed, so that the next answer shows it.</summary>
public sealed class NewsOfPeople(
    MemoryOfThisProcess here, INewsChannel others, LiveActivity live, InteractionWeights weights, TimeProvider time)
{
    public void Spread(IngestionPlan plan)
    {
        // First: whoever reads a person because they changed shall find the counts.
        live.Note(plan);
        Spread(new News(time.GetUtcNow())
        {
            People = [.. plan.AffectedPeople, .. plan.Owners.Keys],
            Consents = [.. plan.Consents.Select(word => word.PersonId).Concat(plan.Merges.SelectMany(merge => new[] { merge.From, merge.To }))],
            Items = [.. plan.Items],
            Merges = [.. plan.Merges.Select(merge => new MergedPeople(merge.From, merge.To))],
            Interactions =
            [
                .. plan.Activities.Where(activity => activity.ItemId is not null)
                    .Select(activity => weights.Of(new ItemActivity(
                        activity.PersonId, activity.ItemId!, activity.Activity.Session, activity.Activity.Type, activity.Activity.At,
                        activity.Activity.Name)))
                    .OfType<Core.Recommendations.Interaction>(),
            ],
        });
    }

    /// <summary>Two people who were taken apart, and what each of them did.</summary>
    public void SpreadApart(IReadOnlyList<string> people, IEnumerable<string> identities, IReadOnlyList<ItemActivity> activities) =>
        Spread(new News(time.GetUtcNow())
        {
            People = [.. people, .. identities],
            TakenApart = people,
            Interactions = [.. activities.Select(activity => weights.Of(activity)).OfType<Core.Recommendations.Interaction>()],
        });

    /// <summary>Something about these people changed, whatever it was.</summary>
    public void Spread(IEnumerable<string> people) => Spread(new News(time.GetUtcNow()) { People = [.. people] });

    private void Spread(News news)
    {
        if (news.IsEmpty) return;
        here.Take(news);
        others.Publish(news);
    }
}
