using PersonalizationEngine.Engine.OtherProcesses;

namespace PersonalizationEngine.Adapters.Redis.OtherProcesses;

/// <summary>Cuts big news into messages that no listener is choked by.</summary>
internal static class NewsPieces
{
    public const int MostPeople = 1000, MostItems = 20, MostMerges = 500, MostInteractions = 500, MostShown = 1000;

    /// <summary>In the order they are to be told: items and merges are known before what people did.</summary>
    public static IEnumerable<News> Of(News news)
    {
        if (news.Items.Count <= MostItems && news.Merges.Count <= MostMerges
            && news.Interactions.Count <= MostInteractions && news.Shown.Count <= MostShown && news.People.Count <= MostPeople && news.Consents.Count <= MostPeople)
        {
            yield return news;
            yield break;
        }

        var empty = new News(news.At);
        foreach (var items in news.Items.Chunk(MostItems)) yield return empty with { Items = items };
        foreach (var merges in news.Merges.Chunk(MostMerges)) yield return empty with { Merges = merges };
        if (news.TakenApart.Count > 0) yield return empty with { TakenApart = news.TakenApart };
        foreach (var interactions in news.Interactions.Chunk(MostInteractions)) yield return empty with { Interactions = interactions };
        foreach (var shown in news.Shown.Chunk(MostShown)) yield return empty with { Shown = shown };
        foreach (var people in news.Consents.Chunk(MostPeople)) yield return empty with { Consents = people };
        foreach (var people in news.People.Chunk(MostPeople)) yield return empty with { People = people };
        var rest = empty with { Playbook = news.Playbook, AllPeople = news.AllPeople, AllItems = news.AllItems };
        if (!rest.IsEmpty) yield return rest;
    }
}
