namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class ExperimentStatusEnum() : WireEnum(
    "ExperimentStatus", "Where an experiment stands.",
    "draft", "running", "paused", "completed");
