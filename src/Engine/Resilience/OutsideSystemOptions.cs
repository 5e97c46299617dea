namespace PersonalizationEngine.Engine.Resilience;

/// <param name="Budget">The longest a call may take unless the call has a budget of its own.</param>
/// <param name="Break">How long no call is made once too many have failed.</param>
/// <param name="LeastCalls">So many calls within a second, half of them failed, open the breaker.</param>
public sealed record OutsideSystemOptions(TimeSpan Budget, TimeSpan Break, int LeastCalls)
{
    public static OutsideSystemOptions Default { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), 5);
}
