using GraphQL.Types;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

/// <summary>The words an answer may use in a place. They are told in capitals, as enumerations are, and mean the same.</summary>
internal abstract class WireEnum : EnumerationGraphType
{
    protected WireEnum(string name, string description, params ReadOnlySpan<string> words)
    {
        Name = name;
        Description = description;
        foreach (var word in words) Add(word.ToUpperInvariant(), word);
    }
}
