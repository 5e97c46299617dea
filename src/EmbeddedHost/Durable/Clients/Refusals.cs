using DurableTask.Core.Exceptions;
using Grpc.Core;

namespace EmbeddedHost.Durable.Clients;

/// <summary>The exceptions that Azure's client throws.</summary>
internal static class Refusals
{
    public static RpcException NotFound(string id) => new(new Status(StatusCode.NotFound, $"There is no orchestration with the id '{id}'."));

    public static RpcException IsOver(string id) => new(new Status(StatusCode.FailedPrecondition, $"Orchestration '{id}' is over."));

    public static OrchestrationAlreadyExistsException Exists(string id, string status) =>
        new($"An orchestration with the id '{id}' already exists; its status is {status}.");
}
