using System.Reflection;

namespace EmbeddedHost.Tests.PublicNames;

/// <summary>The name of a type in the notation of functions-api.md, which tells <c>null</c> only of the outermost type.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(Type type, NullabilityState nullability = NullabilityState.NotNull)
    {
        var mayBeNull = nullability == NullabilityState.Nullable && Nullable.GetUnderlyingType(type) is null;
        return Of(type) + (mayBeNull ? "?" : "");
    }

    private static string Of(Type type)
    {
        if (type.IsByRef) return Of(type.GetElementType()!);
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } plain) return Of(plain) + "?";
        if (type.IsArray) return Of(type.GetElementType()!) + "[]";
        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
            : type.Name;
    }
}
