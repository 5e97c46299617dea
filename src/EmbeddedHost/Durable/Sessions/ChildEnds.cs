using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using EmbeddedHost.Durable.Replay;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>What a sub-orchestration's parent is told of its end.</summary>
internal static class ChildEnds
{
    public static Message Tell(InstanceRow child, ParentCall parent, Outcome outcome) => outcome.Status switch
    {
        OrchestrationRuntimeStatus.Completed => new Message(EventKind.ChildCompleted, parent.Task, Payload: outcome.Output),
        OrchestrationRuntimeStatus.Failed => new Message(EventKind.ChildFailed, parent.Task, Payload: outcome.Failure),
        _ => new Message(EventKind.ChildFailed, parent.Task, Payload: FailureJson.Write(TaskFailureDetails.FromException(
            new InvalidOperationException($"Sub-orchestration {child.Name} ({child.Id}) was terminated.")))),
    };
}
