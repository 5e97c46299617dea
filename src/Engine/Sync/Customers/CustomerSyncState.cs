using System.Collections.Concurrent;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Engine.Sync.Customers;

/// <summary>What the last run has to tell whoever looks at the engine's health.</summary>
public sealed class CustomerSyncState
{
    private readonly ConcurrentDictionary<RecordKind, string> _warnings = new();
    private volatile IReadOnlyList<string> _faults = [];

    /// <summary>Why the mapping does not fit the database; empty when it does, or when nobody could look yet.</summary>
    public IReadOnlyList<string> Faults
    {
        get => _faults;
        set => _faults = value;
    }

    /// <summary>What was left undone on purpose, in the order of tables.</summary>
    public IReadOnlyList<string> Warnings => [.. _warnings.OrderBy(warning => warning.Key).Select(warning => warning.Value)];

    public void Warn(RecordKind kind, string? warning)
    {
        if (warning is null) _warnings.TryRemove(kind, out _);
        else _warnings[kind] = warning;
    }
}
