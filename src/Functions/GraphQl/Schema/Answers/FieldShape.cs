using System.Reflection;
using System.Text.Json;
using GraphQL.Types;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

/// <summary>The graph type that a property of an answer has.</summary>
internal static class FieldShape
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, Type> Scalars = new()
    {
        [typeof(string)] = typeof(StringGraphType),
        [typeof(bool)] = typeof(BooleanGraphType),
        [typeof(int)] = typeof(IntGraphType),
        [typeof(long)] = typeof(LongGraphType),
        [typeof(double)] = typeof(FloatGraphType),
        [typeof(decimal)] = typeof(FloatGraphType),
        [typeof(DateTimeOffset)] = typeof(DateTimeOffsetGraphType),
        [typeof(DateOnly)] = typeof(DateOnlyGraphType),
        [typeof(JsonElement)] = typeof(JsonType),
        [typeof(AttributeValue)] = typeof(JsonType),
        [typeof(IReadOnlyDictionary<string, string>)] = typeof(JsonType),
        [typeof(IReadOnlyDictionary<string, AttributeValue>)] = typeof(JsonType),
        [typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>)] = typeof(JsonType),
    };

    public static Type Of(PropertyInfo property)
    {
        lock (Nullability) return Of(property, Nullability.Create(property));
    }

    private static Type Of(PropertyInfo property, NullabilityInfo info)
    {
        var inner = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var shape = WireEnums.Of(property) is { } named ? named : Inner(property, inner, info);
        return info.ReadState == NullabilityState.Nullable ? shape : typeof(NonNullGraphType<>).MakeGenericType(shape);
    }

    private static Type Inner(PropertyInfo property, Type type, NullabilityInfo info)
    {
        if (property.Name == "Id" && type == typeof(long)) return typeof(IdGraphType);
        if (Scalars.TryGetValue(type, out var scalar)) return scalar;
        if (type.IsArray) return ListOf(Of(property, info.ElementType!));
        if (!type.IsGenericType) return typeof(AnswerType<>).MakeGenericType(type);
        return type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            ? ListOf(typeof(NonNullGraphType<>).MakeGenericType(typeof(EntryType<>).MakeGenericType(type.GenericTypeArguments[1])))
            : ListOf(Of(property, info.GenericTypeArguments[0]));
    }

    private static Type ListOf(Type item) => typeof(ListGraphType<>).MakeGenericType(item);
}
