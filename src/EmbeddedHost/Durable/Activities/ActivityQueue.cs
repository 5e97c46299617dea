using EmbeddedHost.Durable.Histories;

namespace EmbeddedHost.Durable.Activities;

/// <summary>Activities that wait for their turn, so many of which run at a time.</summary>
internal sealed class ActivityQueue
{
    private readonly BoundedQueue<ActivityWork> _queue;
    private readonly ActivityRunner _runner;
    private readonly Action<Addressed> _deliver;
    private readonly WorkCount _work;
    private volatile bool _stopped;

    public ActivityQueue(int most, ActivityRunner runner, Action<Addressed> deliver, WorkCount work)
    {
        (_runner, _deliver, _work) = (runner, deliver, work);
        _queue = new BoundedQueue<ActivityWork>(most, RunAsync);
    }

    public void Enqueue(PendingWork pending)
    {
        var decision = pending.Decision;
        _work.Begin();
        _queue.Enqueue(new ActivityWork(pending.Id, pending.Run, decision.Task, decision.Name ?? "", decision.Payload));
        if (_stopped) Stop();
    }

    /// <summary>What has not begun is left to the next start.</summary>
    public void Stop()
    {
        _stopped = true;
        foreach (var _ in _queue.Clear()) _work.End();
    }

    private async Task RunAsync(ActivityWork work)
    {
        try
        {
            if (await _runner.RunAsync(work) is { } answer) _deliver(new Addressed(work.InstanceId, work.Run, answer));
        }
        finally
        {
            _work.End();
        }
    }
}
