namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class ResultMethodEnum() : WireEnum(
    "ResultMethod", "What verdicts go by: right at every look, or once at an end settled before the start.",
    "sequential", "fixed");
