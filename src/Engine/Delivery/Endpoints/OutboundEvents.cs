using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>
/// Makes messages of events. One for an endpoint that was disabled because it failed is kept as dead: when it works again, it can
/// be sent what it missed.
/// </summary>
public sealed class OutboundEvents(ICustomerEndpoints endpoints, IEndpointMessages messages) : IOutboundEvents
{
    internal const string Disabled = "endpoint_disabled";

    private const int PageSize = 500;

    public async Task RaiseAsync(IReadOnlyList<OutboundEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0) return;
        var all = await AllAsync(cancellationToken);
        NewMessage[] made =
        [
            .. from one in events
               from endpoint in all
               where IsTold(endpoint, one.Type)
               select Message(one, endpoint.Id, endpoint.Definition.IsEnabled ? null : Disabled),
        ];
        if (made.Length > 0) await messages.AddAsync(made, cancellationToken);
    }

    /// <summary>Whether any endpoint would be told of events of a type.</summary>
    public async Task<bool> IsWantedAsync(string type, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).Any(endpoint => IsTold(endpoint, type));

    internal static NewMessage Message(OutboundEvent one, long endpointId, string? reason) => new(
        endpointId, one.EventId, one.Type, IdOf(one), one.PersonId, Payloads.Of(one), one.At, reason);

    /// <summary>That it is disabled is for the others to know.</summary>
    private static bool IsTold(CustomerEndpoint endpoint, string type) => endpoint.Definition.Wants(type)
        && (endpoint.Definition.IsEnabled || (endpoint.DisabledReason == DisabledReasons.Failing && type != OutboundEventTypes.EndpointDisabled));

    private static string IdOf(OutboundEvent one) =>
        "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{one.Type}:{one.EventId}")).AsSpan(0, 16));

    private async Task<IReadOnlyList<CustomerEndpoint>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<CustomerEndpoint>();
        IReadOnlyList<CustomerEndpoint> page;
        do
        {
            page = await endpoints.ListAsync(all.Count == 0 ? 0 : all[^1].Id, PageSize, cancellationToken);
            all.AddRange(page);
        }
        while (page.Count == PageSize);
        return all;
    }
}
