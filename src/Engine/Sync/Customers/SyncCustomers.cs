using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Sync.Customers;

/// <summary>
/// Brings what is new in the customer data platform's tables in as if its webhook had told it. A run that ends early, for
/// whatever reason, is continued by the next; nothing is lost and nothing counts twice.
/// </summary>
public sealed partial class SyncCustomers
{
    private readonly ICustomerPlatform _platform;
    private readonly CustomerSyncState _state;
    private readonly ILogger<SyncCustomers> _logger;
    private readonly TableSync _tables;
    private readonly AbsenceSweep _absence;
    private string? _lastTrouble;

    public SyncCustomers(
        ICustomerPlatform platform, IngestEvents events, ISyncedRecords records, ISyncPositions positions, CustomerSyncState state,
        TimeProvider time, ILogger<SyncCustomers> logger)
    {
        (_platform, _state, _logger) = (platform, state, logger);
        _tables = new TableSync(platform, events, records, positions, time);
        _absence = new AbsenceSweep(platform, events, records, positions, state, time, logger);
    }

    public bool HasTables => _platform.Mapping.Tables.Count > 0;

    /// <summary>Does nothing when no table is mapped, or when the mapping does not fit the database.</summary>
    public async Task<CustomerSyncSummary> RunAsync(CancellationToken cancellationToken)
    {
        if (!HasTables) return CustomerSyncSummary.Nothing;
        var summary = CustomerSyncSummary.Nothing;
        try
        {
            _state.Faults = await _platform.FindFaultsAsync(cancellationToken);
            if (_state.Faults.Count > 0) return Trouble(summary, $"the mapping does not fit the database: {string.Join("; ", _state.Faults)}");

            foreach (var table in _platform.Mapping.Tables.OrderBy(table => table.Kind))
            {
                summary += await _tables.RunAsync(table, cancellationToken);
                if (table.Deletion is { IsByAbsence: true }) summary += await _absence.RunAsync(table, cancellationToken);
            }
        }
        catch (OutsideSystemException exception)
        {
            return Trouble(summary, exception.Message);
        }

        if (_lastTrouble is not null) Log.Recovered(_logger);
        _lastTrouble = null;
        return summary;
    }

    /// <summary>Told once, not every minute.</summary>
    private CustomerSyncSummary Trouble(CustomerSyncSummary summary, string what)
    {
        if (what != _lastTrouble) Log.Troubled(_logger, what);
        _lastTrouble = what;
        return summary with { Failure = what };
    }

    private static partial class Log
    {
        [LoggerMessage(176, LogLevel.Warning, "Customers cannot be read from the CDP; the next run goes on where this one ended: {Trouble}")]
        public static partial void Troubled(ILogger logger, string trouble);

        [LoggerMessage(177, LogLevel.Information, "Customers are read from the CDP again.")]
        public static partial void Recovered(ILogger logger);
    }
}
