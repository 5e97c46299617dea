using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace PersonalizationEngine.Functions.GraphQl.Access;

/// <summary>What stands at a field on who may ask for it.</summary>
internal static class FieldAccess
{
    private const string Key = "access";

    public static FieldBuilder<TSource, TReturn> Needs<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, KeyLevel level) =>
        field.WithMetadata(Key, level);

    public static KeyLevel Of(FieldType? field) => field?.GetMetadata<KeyLevel?>(Key) ?? KeyLevel.Function;
}
