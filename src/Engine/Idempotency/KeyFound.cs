namespace PersonalizationEngine.Engine.Idempotency;

/// <param name="Answer">There when the state is <see cref="KeyState.Answered"/>.</param>
public sealed record KeyFound(KeyState State, KeptAnswer? Answer = null);
