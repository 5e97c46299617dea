namespace DurableBehaviour.Recovery;

public sealed record Portion(string Text, int Salt);
