namespace PersonalizationEngine.Engine.Resilience;

/// <summary>A call to something outside did not succeed in its budget, or was not made because others before it did not.</summary>
public sealed class OutsideSystemException(string system, string reason, Exception? cause)
    : Exception($"{system}: {reason}", cause)
{
    public string System => system;

    /// <summary>False when calls before it had failed and this one was not made.</summary>
    public bool WasTried { get; init; } = true;
}
