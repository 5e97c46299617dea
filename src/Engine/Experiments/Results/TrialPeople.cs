using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Experiments.Facts;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>The people of an experiment who count: those served one variant only.</summary>
public sealed class TrialPeople
{
    private const long Day = 86_400_000;

    private readonly Dictionary<string, int> _places;

    private TrialPeople(Dictionary<string, int> places, int[] arms, DateTimeOffset[] exposedAt, long servedSeveral) =>
        (_places, Arms, ExposedAt, ServedSeveral) = (places, arms, exposedAt, servedSeveral);

    public int Count => Arms.Count;

    /// <summary>The variant of each, by its place in the experiment.</summary>
    public IReadOnlyList<int> Arms { get; }

    public IReadOnlyList<DateTimeOffset> ExposedAt { get; }

    /// <summary>People left out, because they were served several variants and nobody knows which one made them do what they did.</summary>
    public long ServedSeveral { get; }

    public static TrialPeople Of(Experiment experiment, IReadOnlyList<ExposedPerson> exposed)
    {
        var arms = experiment.Variants.Select((variant, place) => (variant.Key, place)).ToDictionary(arm => arm.Key, arm => arm.place, StringComparer.Ordinal);
        var counted = exposed.Where(person => person.Variants == 1 && arms.ContainsKey(person.Variant)).ToList();
        var places = new Dictionary<string, int>(counted.Count, StringComparer.Ordinal);
        for (var place = 0; place < counted.Count; place++) places[counted[place].PersonId] = place;
        return new TrialPeople(
            places, [.. counted.Select(person => arms[person.Variant])], [.. counted.Select(person => person.At)],
            exposed.Count(person => person.Variants > 1));
    }

    /// <summary>Days since 1970, in UTC.</summary>
    public static int DayOf(DateTimeOffset instant) => (int)(instant.ToUnixTimeMilliseconds() / Day);

    /// <returns>-1 for somebody who does not count.</returns>
    public int Find(string personId) => _places.GetValueOrDefault(personId, -1);
}
