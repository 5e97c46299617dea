using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Administration.Auditing;

/// <summary>
/// Does what an administrator asked for between two entries of the audit. The first one is there before anything happens, so that
/// what was cut off, or could not be told of, is not done in silence.
/// </summary>
public sealed class AuditedWork(IAudit audit, TimeProvider time)
{
    public const string Started = ".started", Failed = ".failed";

    /// <param name="what">Its time is not asked; its <see cref="AuditEntry.Action"/> says what is done, as in <c>replayed</c>.</param>
    /// <param name="work">Gives its result and what to tell of it, as JSON.</param>
    public async Task<T> RunAsync<T>(AuditEntry what, Func<Task<(T Result, string? After)>> work, CancellationToken cancellationToken)
    {
        await audit.WriteAsync(what with { At = time.GetUtcNow(), Action = what.Action + Started }, cancellationToken);
        try
        {
            var (result, after) = await work();
            await audit.WriteAsync(what with { At = time.GetUtcNow(), After = after }, CancellationToken.None);
            return result;
        }
        catch (Exception exception)
        {
            var failed = what with { At = time.GetUtcNow(), Action = what.Action + Failed, Reason = exception.GetType().Name };
            await audit.WriteAsync(failed, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
