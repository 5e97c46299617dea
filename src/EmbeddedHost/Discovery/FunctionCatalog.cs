using System.Reflection;
using EmbeddedHost.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EmbeddedHost.Discovery;

/// <summary>Finds the functions of an app.</summary>
internal static class FunctionCatalog
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>In the order of their names. What the real host or this one could not run is a fault.</summary>
    public static IReadOnlyList<FoundFunction> Find(IEnumerable<Type> types, StartFaults faults)
    {
        var found = new List<FoundFunction>();
        foreach (var method in types.SelectMany(type => type.GetMethods(Declared)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } attribute) continue;
            var methodFaults = MethodFaults.Of(attribute.Name, method).ToList();
            methodFaults.ForEach(faults.Add);
            if (methodFaults.Count == 0) found.Add(Read(attribute.Name, method));
        }

        foreach (var same in found.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(s => s.Count() > 1))
        {
            var places = string.Join(" and ", same.Select(function => function.Definition.EntryPoint));
            faults.Add($"Two functions are named {same.Key}: {places}.");
        }

        return [.. found.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The parameters with a trigger attribute.</summary>
    public static IEnumerable<ParameterInfo> Triggers(MethodInfo method) =>
        method.GetParameters().Where(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute)));

    private static FoundFunction Read(string name, MethodInfo method)
    {
        var parameter = Triggers(method).Single();
        return new FoundFunction(name, method, parameter, parameter.GetCustomAttribute<TriggerBindingAttribute>()!);
    }
}
