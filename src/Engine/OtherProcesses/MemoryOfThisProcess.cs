using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.OtherProcesses;

/// <summary>Tells everything in the memory of this process what has changed, so that the next answer shows it.</summary>
public sealed class MemoryOfThisProcess(
    PersonGenerations generations, ItemCatalogue catalogue, IRecommenderFeed recommender, JustErased? erased = null)
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
        // What was stored before somebody was erased may be told after it.
        var interactions = erased is { IsEmpty: false } ? [.. news.Interactions.Where(one => !erased.Contains(one.PersonId))] : news.Interactions;
        if (interactions.Count > 0) recommender.Observe(interactions);
        if (erased is { IsEmpty: false })
            foreach (var (from, to) in news.Merges)
                if (erased.Contains(from) || erased.Contains(to)) recommender.Forget(to);
        if (news.Shown.Count > 0) recommender.NoteShown(news.Shown);
        foreach (var person in news.Consents) generations.AdvanceConsent(person, news.At);
        foreach (var person in news.People) generations.Advance(person, news.At);
        if (news.AllPeople) generations.AdvanceEverybody();
    }
}
