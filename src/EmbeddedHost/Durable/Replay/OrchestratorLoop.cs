namespace EmbeddedHost.Durable.Replay;

/// <summary>
/// Where an orchestrator's code runs: on one thread at a time, and only while its turn lasts. A continuation that arrives from
/// elsewhere tells that the code awaits something that is not its context's.
/// </summary>
/// <param name="strayed">Called, on another thread, with the name of the method whose continuation arrived.</param>
internal sealed class OrchestratorLoop(Action<string> strayed) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly LoopScheduler _scheduler = new();
    private int _thread;

    public bool IsCurrent => _thread == Environment.CurrentManagedThreadId;

    /// <summary>Runs work and all that follows from it.</summary>
    public void Run(Action work)
    {
        var previous = Current;
        _thread = Environment.CurrentManagedThreadId;
        SetSynchronizationContext(this);
        try
        {
            // the scheduler is for what awaits nothing, such as ContinueWith
            var working = new Task(work);
            working.RunSynchronously(_scheduler.For(this));
            working.GetAwaiter().GetResult();
            while (_posted.TryDequeue(out var next)) next.Callback(next.State);
        }
        finally
        {
            SetSynchronizationContext(previous);
            _thread = 0;
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent) _posted.Enqueue((d, state));
        else strayed(StrayMethod.Of(state));
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsCurrent) throw new NonDeterminismException("Another thread called into an orchestrator.");
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    private sealed class LoopScheduler : TaskScheduler
    {
        private OrchestratorLoop? _loop;

        public LoopScheduler For(OrchestratorLoop loop)
        {
            _loop = loop;
            return this;
        }

        protected override void QueueTask(Task task) => _loop!.Post(_ => TryExecuteTask(task), null);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            _loop!.IsCurrent && !taskWasPreviouslyQueued && TryExecuteTask(task);

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
