using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>Looks before anything is served whether the mapping fits the database.</summary>
public sealed class CdpStartupCheck(ICustomerPlatform platform, TimeProvider time)
{
    /// <summary>The longest a start waits for a database that does not answer.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(3);

    /// <returns>
    /// Everything that does not fit, each with its setting. Null when all fits, and also when the database cannot be asked in
    /// <see cref="Budget"/>: then each run of the synchronisation asks again.
    /// </returns>
    public async Task<IReadOnlyList<string>?> RunAsync(CancellationToken cancellationToken)
    {
        if (platform.Mapping.Tables.Count == 0) return null;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = platform.FindFaultsAsync(ending.Token);
        try
        {
            var faults = await asking.WaitAsync(Budget, time, cancellationToken);
            return faults.Count == 0 ? null : faults;
        }
        catch (Exception exception) when (exception is OutsideSystemException or TimeoutException)
        {
            await ending.CancelAsync();
            _ = asking.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return null;
        }
    }
}
