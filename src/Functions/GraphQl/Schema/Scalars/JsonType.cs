using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Scalars;

/// <summary>Any JSON value. As an argument best sent in a variable; a literal is read as the JSON it looks like.</summary>
internal sealed class JsonType : ScalarGraphType
{
    public JsonType()
    {
        Name = "JSON";
        Description = "Any JSON value: conditions, actions, the content of a slot. A field of it cannot be selected.";
    }

    /// <summary>What was sent, as <see cref="JsonElement"/>.</summary>
    public static JsonElement ElementOf(object? value) => value as JsonElement? ?? PlainJson.ToElement(value);

    public override object? ParseValue(object? value) => value is null ? null : PlainJson.ToElement(value);

    public override object? ParseLiteral(GraphQLValue value) => value is GraphQLNullValue ? null : PlainJson.ToElement(PlainJson.Of(value));

    public override bool CanParseLiteral(GraphQLValue value) => value is not GraphQLVariable;

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        AttributeValue attribute => JsonSerializer.SerializeToElement(attribute, ApiJson.Default.AttributeValue),
        IReadOnlyDictionary<string, AttributeValue> map =>
            map.ToDictionary(one => one.Key, one => JsonSerializer.SerializeToElement(one.Value, ApiJson.Default.AttributeValue)),
        AttributeMap map => map.Names.ToDictionary(name => name, name => JsonSerializer.SerializeToElement(map[name], ApiJson.Default.AttributeValue)),
        _ => value,
    };
}
