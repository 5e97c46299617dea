using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using PersonalizationEngine.Functions.GraphQl.Errors;

namespace PersonalizationEngine.Functions.GraphQl.Limits;

/// <summary>
/// Parses a document and refuses one that is too large before anything is validated: the rules of validation are only quick on
/// documents of a decent size.
/// </summary>
internal sealed class CheckDocument(GraphQlLimits limits)
{
    /// <summary>Types lead to types through lists: tools need two such fields below one another at most.</summary>
    private const int MaxCircles = 2;

    private const int MaxNesting = 128;

    /// <returns>Either the document or what is wrong with it.</returns>
    public (GraphQLDocument? Document, ExecutionError? Fault) Read(string text)
    {
        if (text.Length > limits.MaxDocumentBytes)
            return Refused("max_document_kb", $"The document may have {limits.MaxDocumentKilobytes} KiB.", limits.MaxDocumentKilobytes);
        try
        {
            if (DocumentMeasure.CountTokens(text, limits.MaxTokens) > limits.MaxTokens)
                return Refused("max_tokens", $"The document may have {limits.MaxTokens} words and signs.", limits.MaxTokens);
            var document = Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = MaxNesting });
            var size = DocumentMeasure.Of(document);
            if (size.Depth > limits.MaxDepth)
                return Refused("max_depth", $"The document is {size.Depth} fields deep and may be {limits.MaxDepth}.", limits.MaxDepth);
            if (size.Fields > limits.MaxFields)
                return Refused("max_fields", $"The document may have {limits.MaxFields} fields, fragments unfolded.", limits.MaxFields);
            return size.Circles > MaxCircles
                ? Refused("circles", $"Of fields, inputFields, interfaces and possibleTypes {MaxCircles} may stand below one another.", MaxCircles)
                : (document, null);
        }
        catch (GraphQLSyntaxErrorException exception)
        {
            return (null, new SyntaxError(exception));
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return Refused("max_depth", $"The document may be {limits.MaxDepth} fields deep.", limits.MaxDepth);
        }
    }

    private static (GraphQLDocument?, ExecutionError) Refused(string limit, string detail, long most) => (null, GraphFault.TooCostly(limit, detail, most));
}
