using System.Globalization;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Tells of endpoints that do not get their messages. They are customers' own, and no fault of the engine.</summary>
public sealed class EndpointHealth(ICustomerEndpoints endpoints) : IHealthProbe
{
    private const int Most = 1000;

    public string Name => "webhook_endpoints";

    public bool IsVital => false;

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var all = await endpoints.ListAsync(0, Most, cancellationToken);
        var disabled = all.Where(endpoint => endpoint.DisabledReason is not null).Select(endpoint => endpoint.Id).ToList();
        var failing = all.Where(endpoint => endpoint.DisabledReason is null && endpoint.FailingSince is not null).Select(endpoint => endpoint.Id).ToList();
        string?[] said = [Say("disabled by themselves", disabled), Say("failing", failing)];
        return said.All(part => part is null) ? null : string.Join("; ", said.OfType<string>());
    }

    private static string? Say(string what, List<long> ids) =>
        ids.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{what}: {string.Join(", ", ids.Take(10))}{(ids.Count > 10 ? ", …" : "")}");
}
