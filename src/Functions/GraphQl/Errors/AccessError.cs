using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace PersonalizationEngine.Functions.GraphQl.Errors;

/// <summary>The key does not open a field that is asked for.</summary>
internal sealed class AccessError(ROM document, GraphQLField field, string why)
    : ValidationError(document, null, $"{field.Name.StringValue}: {why}", field);
