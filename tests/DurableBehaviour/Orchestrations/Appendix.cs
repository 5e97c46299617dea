namespace DurableBehaviour.Orchestrations;

public sealed record Appendix(string Text, string More);
