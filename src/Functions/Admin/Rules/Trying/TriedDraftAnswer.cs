namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

/// <param name="Matches">People for whom it is in force and its condition holds.</param>
/// <param name="WinsBefore">People for whom the rule as it is live wins a slot.</param>
/// <param name="WinsAfter">The same with the draft.</param>
internal sealed record TriedDraftAnswer(TriedRuleReference Rule, int Matches, int WinsBefore, int WinsAfter);
