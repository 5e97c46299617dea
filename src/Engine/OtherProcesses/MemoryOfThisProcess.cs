using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.OtherProcesses;

/// <summary>Tells everything in the memory of this process what has changed, so that the next answer shows it.</summary>
public sealed class MemoryOfThisProcess(PersonGenerations generations, ItemCatalogue catalogue, IRecommenderFeed recommender)
{
    public void Take(News news)
    {
        foreach (var change in news.Items)
        {
            catalogue.Apply(change);
            recommender.Apply(change);
        }

        foreach (var (from, to) in news.Merges) recommender.Merge(from, to);
        foreach (var person in news.TakenApart) recommender.Forget(person);
        if (news.Interactions.Count > 0) recommender.Observe(news.Interactions);
        if (news.Shown.Count > 0) recommender.NoteShown(news.Shown);
        foreach (var person in news.Consents) generations.AdvanceConsent(person, news.At);
        foreach (var person in news.People) generations.Advance(person, news.At);
        if (news.AllPeople) generations.AdvanceEverybody();
    }
}
