using System.Reflection;
using System.Runtime.CompilerServices;

namespace EmbeddedHost.Tests.PublicNames;

/// <summary>
/// Writes an assembly's public types in the notation of functions-api.md: one line <c>namespace: kind Name</c> a type, its
/// members below it. Overrides, explicit implementations and what the compiler adds to a type are not in it.
/// </summary>
internal static class Notation
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Assembly assembly) =>
        assembly.GetExportedTypes().ToDictionary(HeaderOf, type => (IReadOnlyList<string>)[.. MembersOf(type)]);

    private static string HeaderOf(Type type)
    {
        var isPlain = type.IsInterface || IsStatic(type) || type.BaseType == typeof(object);
        return $"namespace {type.Namespace}: {KindOf(type)} {TypeNames.Of(type)}"
            + (isPlain ? "" : $" : {TypeNames.Of(type.BaseType!)}");
    }

    private static string KindOf(Type type)
    {
        if (type.IsEnum) return "enum";
        if (type.IsInterface) return "interface";
        if (type.IsValueType) return "struct";
        var noun = type.IsAssignableTo(typeof(Delegate)) ? "delegate" : "class";
        if (IsStatic(type)) return $"static {noun}";
        if (type.IsAbstract) return $"abstract {noun}";
        return type.IsSealed ? $"sealed {noun}" : noun;
    }

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum) return [string.Join(", ", Enum.GetNames(type))];
        return
        [
            .. type.GetConstructors().Select(constructor => $"new({Parameters.Of(constructor)})"),
            .. type.GetProperties(Declared).Where(property => IsNew(property.GetMethod)).Select(PropertyLine),
            .. type.GetMethods(Declared).Where(method => IsNew(method) && IsCallable(type, method)).Select(MethodLine),
        ];
    }

    private static bool IsNew(MethodInfo? method) => method is not null && method.GetBaseDefinition() == method;

    private static bool IsCallable(Type type, MethodInfo method) =>
        !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.Name != nameof(Equals)
        && (!type.IsAssignableTo(typeof(Delegate)) || method.Name == "Invoke");

    private static string PropertyLine(PropertyInfo property)
    {
        var isVirtual = property.GetMethod!.IsVirtual;
        var type = TypeNames.Of(property.PropertyType, new NullabilityInfoContext().Create(property).ReadState);
        var set = property.GetSetMethod() is { } setter ? IsInit(setter) ? "init; " : "set; " : "";
        return $"{Modifier(property.GetMethod, isVirtual)}{type} {property.Name} {{ get; {set}}}";
    }

    private static string MethodLine(MethodInfo method)
    {
        var type = TypeNames.Of(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter).ReadState);
        var generics = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        var isVirtual = method is { IsVirtual: true, IsFinal: false };
        return $"{Modifier(method, isVirtual)}{type} {method.Name}{generics}({Parameters.Of(method)})";
    }

    private static string Modifier(MethodInfo method, bool isVirtual)
    {
        if (method.DeclaringType!.IsInterface) return "";
        if (method.IsStatic) return "static ";
        if (method.IsAbstract) return "abstract ";
        return isVirtual ? "virtual " : "";
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(IsExternalInit));
}
