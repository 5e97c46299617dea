using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.OtherProcesses;

/// <summary>What has changed in the store and is not yet known to all processes.</summary>
/// <param name="At">An instant after the change was stored, by the clock of the process that tells.</param>
public sealed record News(DateTimeOffset At)
{
    /// <summary>Ids of people, and other ids that lead to people, whose next decision may differ.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    public IReadOnlyList<ItemChange> Items { get; init; } = [];

    /// <summary>Those of the people who said something about consent.</summary>
    public IReadOnlyList<string> Consents { get; init; } = [];

    /// <summary>People who turned out to be one.</summary>
    public IReadOnlyList<MergedPeople> Merges { get; init; } = [];

    /// <summary>People taken apart again: what they did with items is told anew, each for themselves.</summary>
    public IReadOnlyList<string> TakenApart { get; init; } = [];

    /// <summary>What people did with items.</summary>
    public IReadOnlyList<Interaction> Interactions { get; init; } = [];

    /// <summary>Recommendations that were shown and clicked.</summary>
    public IReadOnlyList<ShownItem> Shown { get; init; } = [];

    /// <summary>Rules or experiments.</summary>
    public bool Playbook { get; init; }

    /// <summary>Nobody knows who changed.</summary>
    public bool AllPeople { get; init; }

    /// <summary>Nobody knows which items changed.</summary>
    public bool AllItems { get; init; }

    public bool IsEmpty => People.Count + Items.Count + Merges.Count + TakenApart.Count + Consents.Count + Interactions.Count + Shown.Count == 0 && !Playbook && !AllPeople && !AllItems;

    /// <summary>News were missed. What people did with items meanwhile is learnt only by the next start.</summary>
    public static News Everything(DateTimeOffset at) => new(at) { Playbook = true, AllPeople = true, AllItems = true };
}
