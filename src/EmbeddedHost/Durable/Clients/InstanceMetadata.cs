using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Clients;

/// <summary>An instance as a client sees it.</summary>
internal static class InstanceMetadata
{
    /// <param name="converter">Null where inputs and outputs are not wanted.</param>
    public static OrchestrationMetadata Of(InstanceRow row, DataConverter? converter) => new(row.Name, row.Id)
    {
        DataConverter = converter,
        RuntimeStatus = row.Status,
        CreatedAt = new DateTimeOffset(row.CreatedAt, TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(row.UpdatedAt, TimeSpan.Zero),
        SerializedInput = converter is null ? null : row.Input,
        SerializedOutput = converter is null ? null : row.Output,
        SerializedCustomStatus = converter is null ? null : row.CustomStatus,
        FailureDetails = converter is null || row.Failure is null ? null : FailureJson.Read(row.Failure),
        Tags = FailureJson.ReadTags(row.Tags),
    };
}
