namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class ArmVerdictEnum() : WireEnum(
    "ArmVerdict", "What can be said of a variant beside the control.",
    "better", "worse", "not_proven_yet", "no_difference_that_matters", "too_few");
