using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>
/// One node of a parsed targeting condition. A node judges a value: at the root that is the whole of a person's
/// attributes, below an attribute name it is that attribute, inside <c>$elemMatch</c> an element of the list.
/// Made by <see cref="ConditionParser"/> only, which keeps its size within <see cref="ConditionLimits"/>; immutable.
/// </summary>
/// <param name="JsonPointer">Where the node stands in the condition's JSON, as an RFC 6901 pointer from its root.</param>
public abstract record Condition(string JsonPointer)
{
    /// <summary>What the node asks for, as words that can follow "needed", such as <c>at least 50</c>.</summary>
    internal abstract string Phrase { get; }

    /// <summary>The conditions it is made of, in the order they are written.</summary>
    internal virtual IReadOnlyList<Condition> Inside => [];

    /// <summary>
    /// Two nodes that ask the same of a value, whatever rule they stand in, have the same identity. Null where that is not
    /// known: such a node is taken for different from every other.
    /// </summary>
    internal virtual string? Identity => null;

    /// <summary>What asking costs beside other nodes; a comparison of two numbers is 1. The cheaper of two parts is asked first.</summary>
    internal virtual int Cost => 4;

    /// <summary>
    /// Texts one of which the value has to be if it is a text; an absent value does not pass either. Null where the node asks
    /// something else. Lets many rules on one attribute be looked up by what a person has.
    /// </summary>
    internal virtual IReadOnlyList<string>? OnlyTexts => null;

    /// <summary>The number a value has to lie above or below to pass. Null where the node asks something else.</summary>
    internal virtual NumberBound? OnlyNumbers => null;

    internal abstract ValueTest Compile(SavedGroups groups);

    /// <summary>Null when the outcome on <paramref name="focus"/> is the wanted one, otherwise what made it differ.</summary>
    internal abstract ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted);
}
