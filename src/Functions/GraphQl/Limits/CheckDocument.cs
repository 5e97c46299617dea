using System.Text.RegularExpressions;
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
internal sealed partial class CheckDocument(GraphQlLimits limits)
{
    /// <summary>Types lead to types through lists: tools need two such fields below one another at most.</summary>
    private const int MaxCircles = 2;

    private const int MaxNesting = 128;

    /// <summary>Nobody needs the same name twice in one place, but for fragments that overlap.</summary>
    private const int MaxRepeats = 20;

    /// <returns>Either the document or what is wrong with it.</returns>
    public (GraphQLDocument? Document, ExecutionError? Fault) Read(string text)
    {
        if (text.Length > limits.MaxDocumentBytes)
            return Refused("max_document_kb", $"The document may have {limits.MaxDocumentKilobytes} KiB.", limits.MaxDocumentKilobytes);
        if (HalfPair().IsMatch(text)) return (null, GraphFault.BadRequest("The document must hold only whole surrogate pairs."));
        try
        {
            if (DocumentMeasure.CountTokens(text, limits.MaxTokens) > limits.MaxTokens)
                return Refused("max_tokens", $"The document may have {limits.MaxTokens} words and signs.", limits.MaxTokens);
            var document = Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = MaxNesting });
            var fault = Judge(document);
            return fault is null ? (document, null) : (null, fault);
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

    private GraphFault? Judge(GraphQLDocument document)
    {
        var measure = DocumentMeasure.Of(document);
        if (measure.Circular is { } name) return GraphFault.Invalid($"The fragment {name} leads to itself.");
        var (depth, fields, circles) = measure.Size;
        if (depth > limits.MaxDepth)
            return GraphFault.TooCostly("max_depth", $"The document is {depth} fields deep and may be {limits.MaxDepth}.", limits.MaxDepth);
        if (fields > limits.MaxFields)
            return GraphFault.TooCostly("max_fields", $"The document may have {limits.MaxFields} fields, fragments unfolded.", limits.MaxFields);
        if (circles > MaxCircles)
            return GraphFault.TooCostly("circles", $"Of fields, inputFields, interfaces and possibleTypes {MaxCircles} may stand below one another.", MaxCircles);
        return new RepeatedFields(document).AreAtMost(MaxRepeats)
            ? null
            : GraphFault.TooCostly("repeats", $"One name may be asked for {MaxRepeats} times in one place.", MaxRepeats);
    }

    private static (GraphQLDocument?, ExecutionError) Refused(string limit, string detail, long most) => (null, GraphFault.TooCostly(limit, detail, most));

    /// <summary>Half of a surrogate pair, written as an escape, is no character: nothing could store it.</summary>
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F]")]
    private static partial Regex HalfPair();
}
