using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <param name="Matches">In force, and its condition holds.</param>
/// <param name="WinsBefore">People for whom the rule as it is live wins a slot.</param>
/// <param name="WinsAfter">The same with the draft.</param>
public sealed record TriedDraft(ContentRule Rule, bool IsNew, int Matches, int WinsBefore, int WinsAfter);
