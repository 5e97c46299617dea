using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace PersonalizationEngine.Browser.Tests.Access;

/// <summary>Every address there is, as the functions declare it: one that somebody adds is tried without a word here.</summary>
internal static partial class DashboardRoutes
{
    /// <summary>What anybody may ask for.</summary>
    private static readonly string[] Open = ["DashboardSignIn", "DashboardTakeKey", "DashboardAsset"];

    /// <summary>Forms that change nothing, or only one's own session: a viewer may send them.</summary>
    private static readonly string[] ForViewers = ["DashboardSignOut"];

    public static IReadOnlyList<string> Pages { get; } = [.. All().Where(one => Is(one, "get")).Select(one => one.Path)];

    public static IReadOnlyList<string> Forms { get; } = [.. All().Where(one => Is(one, "post")).Select(one => one.Path)];

    public static IReadOnlyList<string> FormsThatChange { get; } =
        [.. All().Where(one => Is(one, "post") && !ForViewers.Contains(one.Name)).Select(one => one.Path)];

    /// <summary>Requests of the API that change something, whatever key of the host they need.</summary>
    public static IReadOnlyList<(string Method, string Path)> ChangesOfTheApi { get; } =
    [
        .. from one in Triggers()
           where one.Trigger.AuthLevel != AuthorizationLevel.Anonymous && one.Trigger.Route != "graphql" && !ChangesNothing(one.Function)
           from method in one.Trigger.Methods ?? []
           where !method.Equals("get", StringComparison.OrdinalIgnoreCase)
           select (method.ToUpperInvariant(), PathOf(one.Trigger.Route!)),
    ];

    private static IEnumerable<(string Name, string[] Methods, string Path)> All() =>
        from one in Triggers()
        where one.Trigger.Route is "dashboard" || one.Trigger.Route?.StartsWith("dashboard/", StringComparison.Ordinal) is true
        where !Open.Contains(one.Name)
        select (one.Name, one.Trigger.Methods ?? [], PathOf(one.Trigger.Route!));

    private static bool Is((string Name, string[] Methods, string Path) one, string method) => one.Methods.Contains(method, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, MethodInfo Function, HttpTriggerAttribute Trigger)> Triggers() =>
        from type in Assembly.Load("PersonalizationEngine.Functions").GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let name = method.GetCustomAttribute<FunctionAttribute>()?.Name
        where name is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        select (name, method, trigger);

    private static bool ChangesNothing(MethodInfo function) => function.GetCustomAttributesData().Any(
        attribute => attribute.AttributeType.Name == "WithoutIdempotencyKeyAttribute" && attribute.ConstructorArguments[0].Value is "it changes nothing");

    private static string PathOf(string route) => "/" + Parameter().Replace(route, "987654");

    [GeneratedRegex("{[^}]+}")]
    private static partial Regex Parameter();
}
