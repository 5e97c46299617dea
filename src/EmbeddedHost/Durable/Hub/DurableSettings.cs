using System.Globalization;
using EmbeddedHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Durable.Hub;

/// <summary>What of <c>extensions.durableTask</c> in host.json counts here.</summary>
/// <param name="MostActivities"><c>maxConcurrentActivityFunctions</c>; ten times the cores by default.</param>
/// <param name="MostTurns"><c>maxConcurrentOrchestratorFunctions</c>; ten times the cores by default.</param>
/// <param name="IdleTime">
/// <c>extendedSessionIdleTimeoutInSeconds</c>: how long code that waits stays in memory; 30 s by default.
/// </param>
/// <param name="KeepsCode"><c>extendedSessionsEnabled</c>: whether code stays in memory between its turns; true by default.</param>
internal sealed record DurableSettings(int MostActivities, int MostTurns, TimeSpan IdleTime, bool KeepsCode)
{
    private const string Section = "extensions:durableTask";
    private const int MostPossible = 10_000;
    private const int DefaultIdleSeconds = 30;

    public static DurableSettings Default { get; } =
        new(10 * Environment.ProcessorCount, 10 * Environment.ProcessorCount, TimeSpan.FromSeconds(DefaultIdleSeconds), KeepsCode: true);

    public static DurableSettings Read(IConfiguration hostJson, StartFaults faults) => new(
        ReadCount(hostJson, "maxConcurrentActivityFunctions", Default.MostActivities, faults),
        ReadCount(hostJson, "maxConcurrentOrchestratorFunctions", Default.MostTurns, faults),
        TimeSpan.FromSeconds(ReadCount(hostJson, "extendedSessionIdleTimeoutInSeconds", DefaultIdleSeconds, faults)),
        ReadFlag(hostJson, "extendedSessionsEnabled", Default.KeepsCode, faults));

    private static bool ReadFlag(IConfiguration hostJson, string name, bool otherwise, StartFaults faults)
    {
        if (hostJson[$"{Section}:{name}"] is not { } text) return otherwise;
        if (bool.TryParse(text, out var flag)) return flag;
        faults.Add($"{Section.Replace(':', '.')}.{name} in host.json is '{text}': true or false is needed.");
        return otherwise;
    }

    private static int ReadCount(IConfiguration hostJson, string name, int otherwise, StartFaults faults)
    {
        if (hostJson[$"{Section}:{name}"] is not { } text) return otherwise;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number is > 0 and <= MostPossible) return number;
        faults.Add($"{Section.Replace(':', '.')}.{name} in host.json is '{text}': a number from 1 to {MostPossible} is needed.");
        return otherwise;
    }
}
