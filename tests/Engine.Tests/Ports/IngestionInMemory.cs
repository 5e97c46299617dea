using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>Keeps people, ids and what they did; a merge moves everything of one person to the other.</summary>
internal sealed class IngestionInMemory : IIngestionStore
{
    private readonly HashSet<(EventSource, string)> _eventIds = [];
    private readonly Dictionary<string, DateTimeOffset> _items = new(StringComparer.Ordinal);

    public Disturbance Disturbance { get; } = new();

    /// <summary>How often each batch is planned before it is written, as after a transaction that had to be repeated.</summary>
    public int Repeats { get; set; }

    public Dictionary<string, string> Owners { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PersonRecord> People { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string PersonId, string Purpose), ConsentRecord> Consents { get; } = [];

    public List<ActivityRecord> Activities { get; private set; } = [];

    public List<ConversionRecord> Conversions { get; private set; } = [];

    public List<RefusedEvent> Refused { get; } = [];

    public List<IngestionPlan> Plans { get; } = [];

    public async Task<IngestionPlan> ApplyAsync(
        IngestionQuestion question, Func<IngestionKnowledge, IngestionPlan> plan, IReadOnlyList<RefusedEvent> refused, CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        var planned = plan(Answer(question));
        for (var i = 0; i < Repeats; i++) planned = plan(Answer(question));
        Write(planned);
        Plans.Add(planned);
        Refused.AddRange(refused);
        return planned;
    }

    private IngestionKnowledge Answer(IngestionQuestion question)
    {
        var owners = question.Identities.Where(Owners.ContainsKey).ToDictionary(id => id, id => Owners[id], StringComparer.Ordinal);
        var people = owners.Values.ToHashSet(StringComparer.Ordinal);
        return new IngestionKnowledge(
            question.EventIds.Where(id => _eventIds.Contains((question.Source, id))).ToHashSet(StringComparer.Ordinal),
            owners,
            people.ToDictionary(id => id, id => People[id], StringComparer.Ordinal),
            Consents.Where(consent => people.Contains(consent.Key.PersonId)).ToDictionary(),
            question.ItemIds.Where(_items.ContainsKey).ToDictionary(id => id, id => _items[id], StringComparer.Ordinal));
    }

    private void Write(IngestionPlan plan)
    {
        foreach (var id in plan.EventIds) _eventIds.Add((plan.Source, id));
        foreach (var person in plan.People) People[person.PersonId] = person;
        foreach (var (identity, owner) in plan.Owners) Owners[identity] = owner;
        foreach (var consent in plan.Consents) Consents[(consent.PersonId, consent.Purpose)] = consent;
        foreach (var change in plan.Items) _items[change.ItemId] = change.At;
        Activities.AddRange(plan.Activities);
        Conversions.AddRange(plan.Conversions);
        foreach (var merge in plan.Merges) Move(merge.From, merge.To);
    }

    private void Move(string from, string to)
    {
        foreach (var identity in Owners.Where(owned => owned.Value == from).Select(owned => owned.Key).ToList()) Owners[identity] = to;
        foreach (var (key, consent) in Consents.Where(one => one.Key.PersonId == from).ToList())
        {
            Consents.Remove(key);
            if (Consents.GetValueOrDefault((to, key.Purpose)) is { } own && own.UpdatedAt >= consent.UpdatedAt) continue;
            Consents[(to, key.Purpose)] = consent with { PersonId = to };
        }

        Activities = [.. Activities.Select(one => one.PersonId == from ? one with { PersonId = to } : one)];
        Conversions = [.. Conversions.Select(one => one.PersonId == from ? one with { PersonId = to } : one)];
        People.Remove(from);
    }
}
