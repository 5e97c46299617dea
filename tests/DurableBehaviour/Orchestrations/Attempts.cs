using System.Collections.Concurrent;

namespace DurableBehaviour.Orchestrations;

/// <summary>What this process has done how often: the suite runs against one instance of the app.</summary>
public static class Attempts
{
    private static readonly ConcurrentDictionary<string, int> Counts = new(StringComparer.Ordinal);

    public static int Of(string key) => Counts.GetValueOrDefault(key);

    public static int Count(string key) => Counts.AddOrUpdate(key, 1, (_, count) => count + 1);
}
