using System.Runtime.CompilerServices;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class BehaviourInMemory : IBehaviourSource
{
    private readonly List<(string Person, Activity Activity)> _activities = [];

    public Disturbance Disturbance { get; } = new();

    /// <summary>People whose rows are broken.</summary>
    public HashSet<string> Unreadable { get; } = [];

    public void Add(string personId, Activity activity) => _activities.Add((personId, activity));

    public async IAsyncEnumerable<Activity> ReadAsync(
        string personId, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        if (Unreadable.Contains(personId)) throw new InvalidDataException("broken row");
        foreach (var (person, activity) in _activities.OrderBy(one => one.Activity.At))
            if (person == personId && activity.At >= from) yield return activity;
    }

    public async IAsyncEnumerable<(string PersonId, Activity Activity)> ReadAsync(
        IReadOnlyCollection<string> personIds, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var person in personIds)
            await foreach (var activity in ReadAsync(person, from, cancellationToken)) yield return (person, activity);
    }
}
