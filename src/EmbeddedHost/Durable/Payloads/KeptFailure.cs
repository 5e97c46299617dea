using Microsoft.DurableTask;

namespace EmbeddedHost.Durable.Payloads;

/// <summary>A failure as it is kept: without properties, whose types nobody would know when they are read.</summary>
internal sealed record KeptFailure(string Type, string Message, string? Stack, KeptFailure? Inner)
{
    public static KeptFailure Of(TaskFailureDetails details) =>
        new(details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? Of(inner) : null);

    public TaskFailureDetails ToDetails() => new(Type, Message, Stack, Inner?.ToDetails(), null);
}
