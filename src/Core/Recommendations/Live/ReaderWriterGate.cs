namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>Lets many readers in, or one writer; a waiting writer goes before new readers.</summary>
internal sealed class ReaderWriterGate : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();

    /// <summary>Enters; leaves when the result is disposed of.</summary>
    public ReadScope Read()
    {
        _lock.EnterReadLock();
        return new ReadScope(_lock);
    }

    /// <inheritdoc cref="Read"/>
    public WriteScope Write()
    {
        _lock.EnterWriteLock();
        return new WriteScope(_lock);
    }

    public void Dispose() => _lock.Dispose();

    public readonly ref struct ReadScope(ReaderWriterLockSlim entered)
    {
        public void Dispose() => entered.ExitReadLock();
    }

    public readonly ref struct WriteScope(ReaderWriterLockSlim entered)
    {
        public void Dispose() => entered.ExitWriteLock();
    }
}
