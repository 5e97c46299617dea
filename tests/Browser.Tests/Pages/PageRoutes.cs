using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Frame;
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

    /// <summary>Addresses of the navigation that have a page.</summary>
    public static IReadOnlyList<string> Entries { get; } = [.. Navigated().Where(Has)];

    /// <summary>
    /// Whether a link to it must lead to a page: while a part of the navigation has none yet, links to what no function answers are let
    /// pass; once all have, none is.
    /// </summary>
    public static bool MustLead(string path) => Has(path) || Navigated().All(Has);

    public static bool Has(string path) => Shown.Any(route => Matches(route, path));

    /// <summary>A template's address with something in each of its places.</summary>
    public static string Fill(string route, string value) => Place().Replace(route, value);

    public static bool Matches(string route, string path) =>
        Regex.IsMatch(path, $"^{Place().Replace(Regex.Escape(route).Replace(@"\{", "{", StringComparison.Ordinal), "[^/]+")}$");

    private static IEnumerable<string> Navigated() => Navigation.Sections.Select(section => section.Address)
        .Concat(Enum.GetValues<DashboardSection>().SelectMany(Navigation.PagesOf).Select(page => page.Address)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Of(string verb) =>
        from function in All where function.Methods.Contains(verb, StringComparer.OrdinalIgnoreCase) select function.Route;

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Place();
}
