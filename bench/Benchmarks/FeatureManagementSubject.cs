using Microsoft.Extensions.Configuration;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace PersonalizationEngine.Bench;

/// <summary>The same experiments as feature flags with two variants of half each, seeded.</summary>
internal sealed class FeatureManagementSubject
{
    private const int PeopleOfARound = 20_000;

    private readonly FeatureManager _manager;
    private readonly string[] _keys;
    private readonly TargetingContext[] _people;

    public FeatureManagementSubject(int experiments)
    {
        _keys = [.. Enumerable.Range(0, experiments).Select(AssignmentSubjects.KeyOf)];
        _people = [.. Enumerable.Range(0, PeopleOfARound).Select(person => new TargetingContext { UserId = $"user-{1_000_000 + person}" })];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_keys.SelectMany(Flag)).Build();
        _manager = new FeatureManager(new ConfigurationFeatureDefinitionProvider(configuration), new FeatureManagementOptions());
    }

    /// <returns>How many were made.</returns>
    public long AssignAll(int core, int cores, int times)
    {
        var made = 0L;
        for (var time = 0; time < times; time++)
        {
            var key = _keys[(core + time) % _keys.Length];
            foreach (var person in _people)
            {
                // It answers at once: nothing in it waits.
                var asked = _manager.GetVariantAsync(key, person, CancellationToken.None);
                if ((asked.IsCompleted ? asked.GetAwaiter().GetResult() : null) is null) throw new InvalidOperationException("No variant was given.");
                made++;
            }
        }

        return made;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Flag(string key, int place)
    {
        var at = $"feature_management:feature_flags:{place}:";
        return new Dictionary<string, string?>
        {
            [at + "id"] = key,
            [at + "enabled"] = "true",
            [at + "variants:0:name"] = "control",
            [at + "variants:1:name"] = "treatment",
            [at + "allocation:percentile:0:variant"] = "control",
            [at + "allocation:percentile:0:from"] = "0",
            [at + "allocation:percentile:0:to"] = "50",
            [at + "allocation:percentile:1:variant"] = "treatment",
            [at + "allocation:percentile:1:from"] = "50",
            [at + "allocation:percentile:1:to"] = "100",
            [at + "allocation:seed"] = key,
        };
    }
}
