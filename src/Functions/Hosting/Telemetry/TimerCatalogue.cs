using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using NCrontab;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>The timer functions of an assembly with how often each should run.</summary>
internal static class TimerCatalogue
{
    private const int Occurrences = 60;

    private static readonly DateTime Somewhen = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Without those that are switched off by <c>AzureWebJobs.NAME.Disabled</c>.</summary>
    public static IEnumerable<WatchedTimer> Find(Assembly assembly, IConfiguration configuration) =>
        from one in Methods(assembly)
        where !IsOff(configuration, one.Name)
        select new WatchedTimer(one.Name, LongestPauseOf(one.Schedule)) { Schedule = one.Schedule };

    public static IEnumerable<(string Name, string Schedule, MethodInfo Method)> Methods(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        let timer = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()).FirstOrDefault(one => one is not null)
        where function is not null && timer is not null
        select (function.Name, timer.Schedule, method);

    private static bool IsOff(IConfiguration configuration, string name) =>
        (configuration[$"AzureWebJobs.{name}.Disabled"] ?? configuration[$"AzureWebJobs:{name}:Disabled"]) is { } text
        && (text == "1" || (bool.TryParse(text, out var flag) && flag));

    private static TimeSpan LongestPauseOf(string schedule)
    {
        var occurrences = CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true })
            .GetNextOccurrences(Somewhen, Somewhen.AddYears(1)).Take(Occurrences).ToList();
        return occurrences.Zip(occurrences.Skip(1), (one, next) => next - one).Max();
    }
}
