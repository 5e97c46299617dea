using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>One method of one route, as the function that answers it declares it.</summary>
/// <param name="Name">The function's.</param>
/// <param name="HttpMethod">In lower case.</param>
/// <param name="IsOnly">Whether the function answers no other method.</param>
internal sealed record HttpOperation(string Name, string HttpMethod, bool IsOnly, RoutePattern Route, AuthorizationLevel Level, MethodInfo Function)
{
    /// <summary>What browsers ask by themselves before a request is no operation of the API.</summary>
    private const string Preflight = "options";

    /// <summary>The template without the constraints of its parameters.</summary>
    public string Path { get; } = "/" + string.Join('/', Route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Show))));

    /// <summary>A good name for a method of a generated client: the function's, with the method before it where there are several.</summary>
    public string Id => IsOnly ? string.Concat(char.ToLowerInvariant(Name[0]), Name[1..]) : HttpMethod + Name;

    /// <summary>The part of the API it belongs to: the folder it stands in.</summary>
    public string Tag
    {
        get
        {
            var folders = Function.DeclaringType!.Namespace!.Split('.').SkipWhile(folder => folder != nameof(Functions)).Skip(1).ToList();
            return folders.FirstOrDefault(folder => folder != nameof(Admin)) ?? nameof(Admin);
        }
    }

    /// <summary>Every HTTP function of the API in the assembly, in the order of their paths; pages for people are no part of it.</summary>
    public static IReadOnlyList<HttpOperation> All(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null)
           where trigger is not null && !IsPage(trigger)
           let methods = (trigger.Methods ?? []).Select(verb => verb.ToLowerInvariant()).Where(verb => verb != Preflight).ToList()
           from verb in methods
           let operation = new HttpOperation(
               function.Name, verb, methods.Count == 1, RoutePatternFactory.Parse(trigger.Route ?? function.Name), trigger.AuthLevel, method)
           orderby operation.Path, operation.HttpMethod
           select operation,
    ];

    private static bool IsPage(HttpTriggerAttribute trigger) => trigger.Route is "dashboard" || trigger.Route?.StartsWith("dashboard/", StringComparison.Ordinal) is true;

    private static string Show(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => "",
    };
}
