namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

/// <param name="WinsBefore">People for whom it wins a slot now.</param>
internal sealed record QuietRuleAnswer(TriedRuleReference Rule, int WinsBefore);
