using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Redis.OtherProcesses;

/// <summary>
/// News as they go over Redis. Whoever changes this, or anything in it, raises <see cref="Version"/>.
/// </summary>
/// <param name="Origin">The process that tells.</param>
/// <param name="Number">One more than that of its last message; of a sign of life, that of its last message.</param>
internal sealed record NewsMessage(
    string Origin,
    long Number,
    bool IsSignOfLife,
    DateTimeOffset At,
    IReadOnlyList<string> People,
    IReadOnlyList<string> Consents,
    IReadOnlyList<ItemChange> Items,
    IReadOnlyList<MergedPeople> Merges,
    IReadOnlyList<string> TakenApart,
    IReadOnlyList<Interaction> Interactions,
    IReadOnlyList<ShownItem> Shown,
    bool Playbook,
    bool AllPeople,
    bool AllItems)
{
    public const int Version = 3;

    public static NewsMessage Of(string origin, long number, News news) => new(
        origin, number, false, news.At, news.People, news.Consents, news.Items, news.Merges, news.TakenApart, news.Interactions, news.Shown, news.Playbook, news.AllPeople, news.AllItems);

    public static NewsMessage SignOfLife(string origin, long number, DateTimeOffset at) =>
        new(origin, number, true, at, [], [], [], [], [], [], [], false, false, false);

    public News ToNews() => new(At)
    {
        People = People,
        Consents = Consents,
        Items = Items,
        Merges = Merges,
        TakenApart = TakenApart,
        Interactions = Interactions,
        Shown = Shown,
        Playbook = Playbook,
        AllPeople = AllPeople,
        AllItems = AllItems,
    };
}
