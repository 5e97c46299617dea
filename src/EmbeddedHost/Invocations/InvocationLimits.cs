namespace EmbeddedHost.Invocations;

/// <summary>What ends an invocation that does not end by itself.</summary>
/// <param name="Timeout"><c>functionTimeout</c> of host.json, or infinite.</param>
/// <param name="DrainExpired">Fires when the stopping host waits no longer for what still runs.</param>
internal sealed record InvocationLimits(TimeProvider Time, TimeSpan Timeout, CancellationToken DrainExpired)
{
    /// <summary>How long a function may take to heed its token before its caller is answered without it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
}
