using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>The functions of the dashboard, as the program declares them.</summary>
internal static partial class PageRoutes
{
    private static readonly IReadOnlyList<(string Name, string Route, string[] Methods)> All =
    [
        .. from method in typeof(DashboardGate).Assembly.GetTypes().SelectMany(type => type.GetMethods())
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger?.Route is not null && $"{trigger.Route}/".StartsWith("dashboard/", StringComparison.Ordinal)
           select (function.Name, $"/{trigger.Route}", trigger.Methods ?? []),
    ];

    /// <summary>Templates of what is asked for, but for the files pages are made of and the way in.</summary>
    public static IReadOnlyList<string> Shown { get; } =
        [.. Of("get").Where(route => route is not ("/dashboard/assets/{name}" or "/dashboard/sign-in")).Distinct(StringComparer.Ordinal)];

    /// <summary>A template's address with something in each of its places.</summary>
    public static string Fill(string route, string value) => Place().Replace(route, value);

    public static bool Matches(string route, string path) =>
        Regex.IsMatch(path, $"^{Place().Replace(Regex.Escape(route).Replace(@"\{", "{", StringComparison.Ordinal), "[^/]+")}$");

    private static IEnumerable<string> Of(string verb) =>
        from function in All where function.Methods.Contains(verb, StringComparer.OrdinalIgnoreCase) select function.Route;

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Place();
}
