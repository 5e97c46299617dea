namespace DurableBehaviour.Orchestrations;

public sealed record Person(string Name, int Age, string? Town);
