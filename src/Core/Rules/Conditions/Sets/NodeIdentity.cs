using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Sets;

/// <summary>Identities of nodes, from what they ask. Each piece is led by its length, so that no two spell the same.</summary>
internal static class NodeIdentity
{
    public static string Leaf(string @operator, AttributeValue expected) => Of(@operator, [AttributeJson.ToJson(expected)]);

    /// <summary>Null when one of the parts has none.</summary>
    public static string? Joined(string joiner, IReadOnlyList<Condition> parts)
    {
        var identities = new string[parts.Count];
        for (var i = 0; i < identities.Length; i++)
        {
            if (parts[i].Identity is not { } identity) return null;
            identities[i] = identity;
        }

        return Of(joiner, identities);
    }

    private static string Of(string head, string[] pieces) =>
        string.Concat(pieces.Prepend(head).Select(piece => $"{piece.Length}:{piece}"));
}
