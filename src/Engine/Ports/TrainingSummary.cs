namespace PersonalizationEngine.Engine.Ports;

public sealed record TrainingSummary(int People, int Items, long Interactions, TimeSpan Duration);
