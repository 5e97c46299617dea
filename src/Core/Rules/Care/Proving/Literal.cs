using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Rules.Care.Proving;

/// <summary>One test of one attribute, which must hold or must not.</summary>
/// <param name="Path">The attribute's name with its dots; empty where no attribute is asked.</param>
/// <param name="Origin">Which of the conditions that are held together it comes from, from 0.</param>
internal sealed record Literal(string Path, Condition Test, LeafFacts Facts, bool IsWanted, int Origin)
{
    public string Sentence => Path.Length == 0 ? $"the condition asks for {Test.Phrase}"
        : $"{Path} must {(IsWanted ? "" : "not ")}be {Test.Phrase}";

    /// <summary>Equal where the two cannot differ, whatever the attribute is.</summary>
    public string? Claim => Facts.Text is { } text ? IsWanted ? text : ConditionText.Opposite(text) : null;

    public bool Allows(in AttributeValue value) => May(Facts.Of(value));

    public bool AllowsNumber(double number) => May(Facts.OfNumber(number));

    public bool AllowsOtherText(double number) => May(Facts.OfOtherText(number));

    public bool AllowsOtherList() => May(Facts.OfOtherList());

    public bool AllowsOtherMap() => May(Facts.OfOtherMap());

    private bool May(bool? holds) => holds is null || holds == IsWanted;
}
