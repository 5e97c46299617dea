namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class RuleOutcomeEnum() : WireEnum(
    "RuleOutcome", "What became of a rule in a decision.",
    "won", "matched", "held_out", "beaten", "condition_failed", "inactive", "not_started", "ended");
