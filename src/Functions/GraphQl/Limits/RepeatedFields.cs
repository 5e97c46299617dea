using GraphQLParser.AST;

namespace PersonalizationEngine.Functions.GraphQl.Limits;

/// <summary>
/// How often one name is asked for in one place of the answer. Validation compares each with each, those below them as well: of
/// a few hundred that takes seconds. For documents whose unfolded size is known to be decent.
/// </summary>
internal sealed class RepeatedFields(GraphQLDocument document)
{
    private readonly ILookup<string, GraphQLFragmentDefinition> _fragments =
        document.Definitions.OfType<GraphQLFragmentDefinition>().ToLookup(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal);

    /// <summary>Whether no name is asked for more often than that anywhere.</summary>
    public bool AreAtMost(int most) => document.Definitions.OfType<IHasSelectionSetNode>()
        .All(definition => AreAtMost(most, definition.SelectionSet is { } selections ? [selections] : []));

    /// <param name="merged">What stands in one place, out of fields of one name.</param>
    private bool AreAtMost(int most, IReadOnlyCollection<GraphQLSelectionSet> merged)
    {
        var fields = new List<GraphQLField>();
        var spread = new HashSet<string>(StringComparer.Ordinal);
        foreach (var selections in merged) Unfold(selections, fields, spread);
        return fields.GroupBy(field => (field.Alias?.Name ?? field.Name).StringValue, StringComparer.Ordinal)
            .All(named => named.Count() <= most && AreAtMost(most, [.. named.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>()]));
    }

    private void Unfold(GraphQLSelectionSet selections, List<GraphQLField> fields, HashSet<string> spread)
    {
        foreach (var selection in selections.Selections)
        {
            if (selection is GraphQLField field) fields.Add(field);
            else if (selection is GraphQLInlineFragment inline) Unfold(inline.SelectionSet, fields, spread);
            else if (selection is GraphQLFragmentSpread { FragmentName.Name.StringValue: var name } && spread.Add(name))
                foreach (var fragment in _fragments[name]) Unfold(fragment.SelectionSet, fields, spread);
        }
    }
}
