using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using EmbeddedHost.Binding;

namespace EmbeddedHost.Discovery;

/// <summary>What is wrong with a method that carries <c>[Function]</c>.</summary>
internal static partial class MethodFaults
{
    public static IEnumerable<string> Of(string name, MethodInfo method)
    {
        var place = $"{method.DeclaringType!.FullName}.{method.Name}";
        if (!ValidName().IsMatch(name))
        {
            yield return $"The name of function '{name}' ({place}) must be a letter, then up to 127 letters, digits, _ or -.";
        }

        if (!method.IsPublic || !method.DeclaringType.IsVisible)
        {
            yield return $"Function {name}: {place} must be a public method of a public class.";
        }

        if (method.IsGenericMethod || method.DeclaringType.ContainsGenericParameters)
        {
            yield return $"Function {name}: {place} must not be generic.";
        }

        if (method.IsAbstract || (method.DeclaringType.IsAbstract && !method.IsStatic))
        {
            yield return $"Function {name}: {place} must be in a class that can be made.";
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            yield return $"Function {name}: {place} is async void; it must return a task.";
        }

        var triggers = FunctionCatalog.Triggers(method).Count();
        if (triggers != 1) yield return $"Function {name}: {place} has {triggers} triggers; it must have one.";

        if (method.GetParameters().Count(parameter => ParameterSources.Of(parameter) is ParameterSource.Body) > 1)
        {
            yield return $"Function {name}: {place} reads the body twice; one parameter may have [FromBody].";
        }

        foreach (var parameter in method.GetParameters())
        {
            if (ParameterSources.Of(parameter) is not null) continue;
            yield return $"Function {name}: parameter '{parameter.Name}' of {place} cannot be bound "
                + $"as a {parameter.ParameterType.Name}.";
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.CultureInvariant)]
    private static partial Regex ValidName();
}
