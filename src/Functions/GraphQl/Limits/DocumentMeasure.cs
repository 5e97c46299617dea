using GraphQLParser;
using GraphQLParser.AST;

namespace PersonalizationEngine.Functions.GraphQl.Limits;

/// <summary>
/// How deep and wide a document is once its fragments are unfolded. Each fragment is measured once, so that a document whose
/// fragments double one another costs no more than its own length.
/// </summary>
internal sealed class DocumentMeasure
{
    private static readonly string[] CircularFields = ["fields", "inputFields", "interfaces", "possibleTypes"];

    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentSize?> _measured = new(StringComparer.Ordinal);

    private DocumentMeasure(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
    }

    /// <summary>A fragment that leads to itself; null where none does.</summary>
    public string? Circular { get; private set; }

    public DocumentSize Size { get; private set; }

    /// <summary>Of everything in the document: all of it is validated, whichever operation is asked for.</summary>
    public static DocumentMeasure Of(GraphQLDocument document)
    {
        var measure = new DocumentMeasure(document);
        measure.Size = document.Definitions.Aggregate(DocumentSize.Nothing, (size, definition) => definition switch
        {
            GraphQLOperationDefinition operation => size.Beside(measure.Of(operation.SelectionSet)),
            GraphQLFragmentDefinition fragment => size.Beside(measure.Of(fragment)),
            _ => size,
        });
        return measure;
    }

    /// <summary>Words and signs, without building anything.</summary>
    /// <returns>More than the most as soon as that is known.</returns>
    public static int CountTokens(string document, int most)
    {
        var (count, place) = (0, 0);
        while (count <= most)
        {
            var token = Lexer.Lex(document, place);
            if (token.Kind == TokenKind.EOF) break;
            count++;
            place = token.End;
        }

        return count;
    }

    private DocumentSize Of(GraphQLSelectionSet? selections) => selections is null
        ? DocumentSize.Nothing
        : selections.Selections.Aggregate(DocumentSize.Nothing, (size, selection) => size.Beside(Of(selection)));

    private DocumentSize Of(ASTNode selection) => selection switch
    {
        GraphQLField field => DocumentSize.Below(Of(field.SelectionSet), CircularFields.Contains(field.Name.StringValue)),
        GraphQLInlineFragment inline => Of(inline.SelectionSet),
        GraphQLFragmentSpread spread when _fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment) => Of(fragment),
        _ => DocumentSize.Nothing,
    };

    private DocumentSize Of(GraphQLFragmentDefinition fragment)
    {
        var name = fragment.FragmentName.Name.StringValue;
        if (_measured.TryGetValue(name, out var known))
        {
            if (known is null) Circular = name;
            return known ?? DocumentSize.Nothing;
        }

        _measured[name] = null;
        var size = Of(fragment.SelectionSet);
        _measured[name] = size;
        return size;
    }
}
