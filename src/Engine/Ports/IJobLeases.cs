namespace PersonalizationEngine.Engine.Ports;

/// <summary>Sees to it that of several processes on one store only one does a scheduled job.</summary>
public interface IJobLeases
{
    /// <summary>
    /// Takes the job, unless another holder's lease still runs, or a run that was finished began less than
    /// <paramref name="spacing"/> ago.
    /// </summary>
    /// <param name="lifetime">How long the lease runs unless it is renewed.</param>
    Task<bool> TryTakeAsync(string job, string holder, DateTimeOffset now, TimeSpan lifetime, TimeSpan spacing, CancellationToken cancellationToken);

    /// <returns>False when the lease was lost to another holder.</returns>
    Task<bool> RenewAsync(string job, string holder, DateTimeOffset now, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <param name="finished">False for a run that failed: another may follow at once.</param>
    Task GiveBackAsync(string job, string holder, bool finished, CancellationToken cancellationToken);
}
