using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <param name="key">What must differ between two definitions.</param>
internal sealed class DefinitionsInMemory<T>(PlaybookVersionInMemory playbookVersion, Func<T, string> key) : IDefinitions<T>
    where T : class
{
    private readonly Lock _writing = new();
    private readonly SortedDictionary<long, Stored<T>> _stored = [];
    private long _lastId;

    public Disturbance Listing { get; } = new();

    /// <summary>Done once, between what a change reads and what it writes.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public List<int> Pages { get; } = [];

    /// <summary>With what each change was written.</summary>
    public List<Edit> Edits { get; } = [];

    public string Kind => typeof(T).Name;

    public long Put(T definition)
    {
        lock (_writing)
        {
            _stored[++_lastId] = new Stored<T>(_lastId, definition, 1, Timing.Noon, Timing.Noon);
            playbookVersion.Raise();
            return _lastId;
        }
    }

    public async Task<IReadOnlyList<Stored<T>>> ListAsync(long afterId, int limit, CancellationToken cancellationToken)
    {
        await Listing.PassAsync();
        lock (_writing)
        {
            List<Stored<T>> page = [.. _stored.Values.Where(one => one.Id > afterId).Take(limit)];
            Pages.Add(page.Count);
            return page;
        }
    }

    public Task<Stored<T>?> FindAsync(long id, CancellationToken cancellationToken)
    {
        lock (_writing) return Task.FromResult(_stored.GetValueOrDefault(id));
    }

    public Task<Stored<T>?> AddAsync(T definition, Edit edit, CancellationToken cancellationToken)
    {
        lock (_writing)
        {
            if (IsTaken(definition, 0)) return Task.FromResult<Stored<T>?>(null);
            Edits.Add(edit);
            return Task.FromResult<Stored<T>?>(_stored[Put(definition)]);
        }
    }

    public async Task<Stored<T>?> ReplaceAsync(long id, int version, T definition, Edit edit, CancellationToken cancellationToken)
    {
        await MeanwhileAsync();
        lock (_writing)
        {
            if (_stored.GetValueOrDefault(id) is not { } present || present.Version != version || IsTaken(definition, id)) return null;
            playbookVersion.Raise();
            Edits.Add(edit);
            return _stored[id] = present with { Value = definition, Version = version + 1, UpdatedAt = edit.At };
        }
    }

    public async Task<bool> RemoveAsync(long id, int version, Edit edit, CancellationToken cancellationToken)
    {
        await MeanwhileAsync();
        lock (_writing)
        {
            if (_stored.GetValueOrDefault(id)?.Version != version) return false;
            playbookVersion.Raise();
            Edits.Add(edit);
            return _stored.Remove(id);
        }
    }

    private bool IsTaken(T definition, long byOtherThan) =>
        _stored.Values.Any(other => other.Id != byOtherThan && key(other.Value) == key(definition));

    private async Task MeanwhileAsync()
    {
        var (meanwhile, _) = (Meanwhile, Meanwhile = null);
        if (meanwhile is not null) await meanwhile();
    }
}
