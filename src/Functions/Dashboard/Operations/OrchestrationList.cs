using Grpc.Core;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Dashboard.Operations;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>Reads orchestrations as pages show them.</summary>
internal static class OrchestrationList
{
    private const int PageSize = 25, LongestText = 4000;

    public static IReadOnlyList<OrchestrationRuntimeStatus> Statuses { get; } =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    /// <param name="status">One of <see cref="Statuses"/>; null for all.</param>
    /// <returns>Null where the cursor is none.</returns>
    public static async Task<OrchestrationSlice?> ReadAsync(
        DurableTaskClient client, OrchestrationRuntimeStatus? status, string? after, CancellationToken cancellationToken)
    {
        var query = new OrchestrationQuery(Statuses: status is { } one ? [one] : null, PageSize: PageSize, FetchInputsAndOutputs: true, ContinuationToken: after);
        try
        {
            await foreach (var page in client.GetAllInstancesAsync(query).AsPages(after, PageSize).WithCancellation(cancellationToken))
                return new OrchestrationSlice([.. page.Values.Select(Of)], page.ContinuationToken is { Length: > 0 } next ? next : null);
            return new OrchestrationSlice([], null);
        }
        catch (Exception exception) when (after is not null && exception is ArgumentException or FormatException or RpcException)
        {
            return null;
        }
    }

    public static async Task<OrchestrationSight?> FindAsync(DurableTaskClient client, string id, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(id, true, cancellationToken) is { } found ? Of(found) : null;

    private static OrchestrationSight Of(OrchestrationMetadata one) => new(one.InstanceId, one.Name, one.RuntimeStatus.ToString(), one.CreatedAt, one.LastUpdatedAt)
    {
        Input = Shortened(one.SerializedInput),
        Output = Shortened(one.SerializedOutput),
        Progress = Shortened(one.SerializedCustomStatus),
        Failure = Shortened(one.FailureDetails is { } failure ? $"{failure.ErrorType}: {failure.ErrorMessage}" : null),
    };

    private static string? Shortened(string? text) => text is null or "null" ? null : text.Length <= LongestText ? text : $"{text[..LongestText]} …";
}
