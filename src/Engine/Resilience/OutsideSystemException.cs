namespace PersonalizationEngine.Engine.Resilience;

/// <summary>A call to something outside did not succeed in its budget, or was not made because others before it did not.</summary>
public sealed class OutsideSystemException(string system, string reason, Exception? cause)
    : Exception($"{system}: {reason}", cause)
{
    public string System => system;
}
