using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>One method of one route, as the function that answers it declares it.</summary>
/// <param name="Name">The function's.</param>
/// <param name="HttpMethod">In lower case.</param>
internal sealed record HttpOperation(string Name, string HttpMethod, RoutePattern Route, AuthorizationLevel Level, MethodInfo Function)
{
    /// <summary>The template without the constraints of its parameters.</summary>
    public string Path { get; } = "/" + string.Join('/', Route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Show))));

    /// <summary>A good name for a method of a generated client.</summary>
    public string Id => string.Concat(char.ToLowerInvariant(Name[0]), Name[1..]);

    /// <summary>The part of the API it belongs to: the folder it stands in.</summary>
    public string Tag
    {
        get
        {
            var folders = Function.DeclaringType!.Namespace!.Split('.').SkipWhile(folder => folder != nameof(Functions)).Skip(1).ToList();
            return folders.FirstOrDefault(folder => folder != nameof(Admin)) ?? nameof(Admin);
        }
    }

    /// <summary>Every HTTP function of the assembly, in the order of their paths.</summary>
    public static IReadOnlyList<HttpOperation> All(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null)
           where trigger is not null
           from verb in trigger.Methods ?? []
           let operation = new HttpOperation(
               function.Name, verb.ToLowerInvariant(), RoutePatternFactory.Parse(trigger.Route ?? function.Name), trigger.AuthLevel, method)
           orderby operation.Path, operation.HttpMethod
           select operation,
    ];

    private static string Show(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => "",
    };
}
