namespace EmbeddedHost.Durable.Replay;

/// <summary>Tells which method's continuation arrived, as far as the runtime lets one see it.</summary>
internal static class StrayMethod
{
    private const string Unknown = "a method";

    /// <param name="state">What was posted: for an await, an action whose target is the method's state machine.</param>
    public static string Of(object? state)
    {
        if (state is not Delegate { Target: { } target }) return Unknown;
        var machine = target.GetType().GenericTypeArguments.LastOrDefault() ?? target.GetType();

        // the compiler names a method's state machine <Method>d__1
        var (open, close) = (machine.Name.IndexOf('<', StringComparison.Ordinal), machine.Name.IndexOf('>', StringComparison.Ordinal));
        return open == 0 && close > 1 ? $"{machine.DeclaringType?.Name}.{machine.Name[1..close]}" : Unknown;
    }
}
