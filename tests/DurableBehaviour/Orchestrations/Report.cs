namespace DurableBehaviour.Orchestrations;

public sealed record Report(string State);
