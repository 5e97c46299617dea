using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using EmbeddedHost.Durable.Replay;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>Keeps a turn with all that follows from it; only then does that follow.</summary>
internal sealed class TurnWrite(Turn turn, ISessionHost host, Action<Exception?> done) : IHistoryWrite
{
    private readonly List<Addressed> _toDeliver = [];

    private long Run => turn.Instance.Run;

    public void Apply(WriteStatements statements)
    {
        _toDeliver.Clear();
        foreach (var taken in turn.Taken) statements.DeleteMessage.Run(taken);
        if (turn.Renewed is { } renewed) Renew(statements, renewed);
        else AppendLines(statements);
        foreach (var decision in turn.Decisions) Follow(statements, decision);
        if (turn.Renewed is not null) return;
        if (turn.Outcome is { } outcome) End(statements, outcome);
        else UpdateStatus(statements);
    }

    public void Committed()
    {
        foreach (var canceled in turn.CanceledTimers) host.Timers.Cancel(Run, canceled);
        if (turn.Outcome is null)
        {
            foreach (var decision in turn.Decisions) Dispatch(decision);
        }

        // what a new run takes over is there before what has come since
        _toDeliver.ForEach(host.Deliver);
        done(null);
        if (turn.Lines.Count > 0 || turn.Outcome is not null) host.StatusChanged(turn.Instance.Id);
    }

    public void Refused(Exception reason) => done(reason);

    private void AppendLines(WriteStatements statements)
    {
        for (var i = 0; i < turn.Lines.Count; i++)
        {
            var line = turn.Lines[i];
            statements.Append(Run, turn.FirstLine + i, line);
            if (line.Kind is EventKind.ActivityScheduled or EventKind.TimerCreated)
            {
                statements.InsertPending.Run(Run, line.Task, turn.FirstLine + i);
            }
            else if (line.Kind is EventKind.ActivityCompleted or EventKind.ActivityFailed or EventKind.TimerFired)
            {
                statements.DeletePending.Run(Run, line.Task);
            }
        }

        foreach (var canceled in turn.CanceledTimers) statements.DeletePending.Run(Run, canceled);
    }

    private void Follow(WriteStatements statements, HistoryEvent decision)
    {
        if (decision.Kind is EventKind.ChildScheduled && turn.Outcome is null) BeginChild(statements, decision);
        if (decision.Kind is EventKind.EventSent) Send(statements, decision);
    }

    private void BeginChild(WriteStatements statements, HistoryEvent decision)
    {
        var instance = turn.Instance;
        var existing = statements.Find(decision.Target!);
        if (existing is null or { IsOver: true })
        {
            var parent = new ParentCall(instance.Id, instance.Name, Run, decision.Task);
            var child = new NewInstance(
                decision.Target!, host.NextRun(), decision.Name ?? "", decision.Payload, turn.At, StartAt: 0, Tags: null, parent);
            statements.Begin(child, existing);
            _toDeliver.Add(new Addressed(child.Id, child.Run, new Message(EventKind.Started, Begun: child.ToRow())));
            return;
        }

        var refusal = new InvalidOperationException($"An orchestration with the id '{decision.Target}' is not over yet.");
        var failure = FailureJson.Write(TaskFailureDetails.FromException(refusal));
        Post(statements, instance.Id, Run, new Message(EventKind.ChildFailed, decision.Task, Payload: failure));
    }

    /// <remarks>An event to nobody is gone, as on Azure.</remarks>
    private void Send(WriteStatements statements, HistoryEvent decision)
    {
        if (decision.Target == turn.Instance.Id && turn.Outcome is not null && turn.Renewed is null) return;
        if (statements.Find(decision.Target!) is not { IsOver: false } target) return;
        var message = new Message(EventKind.EventRaised, Name: decision.Name, Payload: decision.Payload);
        Post(statements, target.Id, target.Run, message);
    }

    private void Renew(WriteStatements statements, Renewed renewed)
    {
        statements.DeleteHistory.Run(Run);
        statements.DeleteAllPending.Run(Run);
        statements.RenewInstance.Run(Run, renewed.Run, turn.At, turn.CustomStatus, renewed.Input);
        foreach (var message in renewed.First)
        {
            var one = new Addressed(turn.Instance.Id, renewed.Run, message);
            statements.Keep(one with { Run = Addressed.AnyRun });
            _toDeliver.Add(one);
        }
    }

    private void End(WriteStatements statements, Outcome outcome)
    {
        statements.EndInstance.Run(Run, (int)outcome.Status, turn.At, turn.CustomStatus, outcome.Output, outcome.Failure);
        statements.DeleteAllPending.Run(Run);
        statements.DeleteMessagesOf.Run(turn.Instance.Id);
        if (turn.Instance.Parent is { } parent) Post(statements, parent.Id, parent.Run, ChildEnds.Tell(turn.Instance, parent, outcome));
        if (!turn.EndsChildren) return;
        foreach (var child in statements.FindChildren(Run).Where(child => !child.IsOver))
        {
            var end = new Message(EventKind.Terminated, Payload: outcome.Output, Recursive: true);
            Post(statements, child.Id, child.Run, end);
        }
    }

    private void UpdateStatus(WriteStatements statements)
    {
        if (turn.Lines.Count == 0) return;
        var status = turn.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running;
        statements.UpdateInstance.Run(Run, (int)status, turn.At, turn.CustomStatus);
    }

    private void Post(WriteStatements statements, string id, long run, Message message)
    {
        var one = new Addressed(id, run, message with { Sequence = host.NextMessage() });
        var isForThatRun = message.Kind is EventKind.ChildCompleted or EventKind.ChildFailed;
        statements.Keep(isForThatRun ? one : one with { Run = Addressed.AnyRun });
        _toDeliver.Add(one);
    }

    private void Dispatch(HistoryEvent decision)
    {
        if (decision.Kind is EventKind.ActivityScheduled) host.RunActivity(new PendingWork(turn.Instance.Id, Run, decision));
        else if (decision.Kind is EventKind.TimerCreated && !turn.CanceledTimers.Contains(decision.Task))
        {
            host.Timers.Set(Run, decision.Task, decision.At);
        }
    }
}
