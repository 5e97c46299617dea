using System.Reflection;

namespace DurableBehaviour.Cases;

/// <summary>Every behaviour by its name, <c>Class_Method</c> of the classes in this namespace.</summary>
public static class AllCases
{
    private static readonly Type[] Classes =
    [
        typeof(ActivityCases), typeof(RetryCases), typeof(ChildCases), typeof(TimerCases), typeof(EventCases),
        typeof(StatusCases), typeof(RenewalCases), typeof(LifecycleCases), typeof(IdCases), typeof(QueryCases), typeof(ReplayCases),
    ];

    public static IReadOnlyDictionary<string, Func<Trial, Task>> ByName { get; } = Classes
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .ToDictionary(
            method => $"{method.DeclaringType!.Name}_{method.Name}",
            method => method.CreateDelegate<Func<Trial, Task>>(),
            StringComparer.OrdinalIgnoreCase);
}
