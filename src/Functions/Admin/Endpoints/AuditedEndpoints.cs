using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Functions.Admin.Endpoints;

/// <summary>Changes of customers' endpoints, for the API and for the pages. Each is told of in the audit.</summary>
public sealed class AuditedEndpoints(EndpointDesk desk, ICustomerEndpoints endpoints, AuditedWork audited, IAudit audit, TimeProvider time)
{
    /// <returns>With its secret, which is to be shown this once.</returns>
    public async Task<CustomerEndpoint> AddAsync(EndpointDefinition definition, string by, CancellationToken cancellationToken)
    {
        var added = await desk.AddAsync(definition, cancellationToken);
        await audit.WriteAsync(
            EndpointAudit.Entry(by, added.Id, "added", before: null) with { At = time.GetUtcNow(), After = EndpointAudit.Text(added) }, CancellationToken.None);
        return added;
    }

    /// <returns>Null where it was removed meanwhile.</returns>
    public Task<CustomerEndpoint?> ReplaceAsync(CustomerEndpoint present, EndpointDefinition definition, string by, CancellationToken cancellationToken) =>
        audited.RunAsync(
            EndpointAudit.Entry(by, present.Id, "changed", present), () => ToldAsync(desk.ReplaceAsync(present.Id, definition, cancellationToken)), cancellationToken);

    /// <returns>With its new secret, which is to be shown this once; null where it was removed meanwhile.</returns>
    public Task<CustomerEndpoint?> RotateAsync(CustomerEndpoint present, string by, CancellationToken cancellationToken) => audited.RunAsync(
        EndpointAudit.Entry(by, present.Id, "secret_rotated", present), () => ToldAsync(desk.RotateAsync(present.Id, cancellationToken)), cancellationToken);

    /// <returns>False where it was removed meanwhile.</returns>
    public Task<bool> RemoveAsync(CustomerEndpoint present, string by, CancellationToken cancellationToken) => audited.RunAsync(
        EndpointAudit.Entry(by, present.Id, "removed", present),
        async () => (await endpoints.RemoveAsync(present.Id, cancellationToken), (string?)null), cancellationToken);

    /// <param name="choice">Of one endpoint.</param>
    /// <returns>How many messages are sent once more.</returns>
    public Task<int> ReplayAsync(long id, ReplayChoice choice, string by, CancellationToken cancellationToken) => audited.RunAsync(
        EndpointAudit.Entry(by, id, "replayed", before: null),
        async () => await desk.ReplayAsync(choice, cancellationToken) is var count ? (count, EndpointAudit.Replayed(count)) : default, cancellationToken);

    private static async Task<(CustomerEndpoint? Result, string? After)> ToldAsync(Task<CustomerEndpoint?> change) =>
        await change is { } next ? (next, EndpointAudit.Text(next)) : (null, null);
}
