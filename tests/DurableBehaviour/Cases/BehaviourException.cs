namespace DurableBehaviour.Cases;

/// <summary>A behaviour is not as it must be.</summary>
public sealed class BehaviourException(string message) : Exception(message);
