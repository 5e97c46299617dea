using System.Collections.Concurrent;

namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>
/// A few threads for reading people, apart from those that answer requests. A store that works synchronously, as SQLite does,
/// and hangs holds these up and nothing else.
/// </summary>
public sealed class LoadingThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _waiting = [];

    public LoadingThreads()
    {
        for (var i = 0; i < MaximumConcurrencyLevel; i++)
            new Thread(Work) { IsBackground = true, Name = $"person loading {i}" }.Start();
    }

    public override int MaximumConcurrencyLevel { get; } = Math.Max(4, 2 * Environment.ProcessorCount);

    public Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.None, this).Unwrap();

    public void Dispose() => _waiting.CompleteAdding();

    protected override void QueueTask(Task task) => _waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;

    private void Work()
    {
        foreach (var task in _waiting.GetConsumingEnumerable()) TryExecuteTask(task);
    }
}
