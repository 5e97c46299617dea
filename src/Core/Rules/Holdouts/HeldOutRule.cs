namespace PersonalizationEngine.Core.Rules.Holdouts;

/// <summary>A rule that the person would have got were they not held out of it.</summary>
/// <param name="Slots">Which it would have won.</param>
/// <param name="DoesMore">It also does something besides filling slots.</param>
public sealed record HeldOutRule(ContentRule Rule, IReadOnlyList<string> Slots, bool DoesMore);
