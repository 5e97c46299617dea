using System.Globalization;
using System.Net;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Delivery.Posting;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Where endpoints are added, changed, given new secrets and tried.</summary>
public sealed class EndpointDesk(
    ICustomerEndpoints endpoints, IEndpointMessages messages, IHostAddresses hosts, DeliverToEndpoint deliver, EndpointOptions options, TimeProvider time)
{
    private const string Private = "must not lead into a private network; it leads to an address that is not public";

    /// <summary>The endpoint a document describes, or what is wrong with it; the address is looked at, too.</summary>
    public async Task<Parsed<EndpointDefinition>> ReadAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var parsed = EndpointDocument.Read(document, options.AllowsPrivate);
        return parsed.Succeeded && !options.AllowsPrivate && await IsPrivateAsync(parsed.Value.Url, cancellationToken)
            ? Parsed.Refused<EndpointDefinition>(new DocumentFault("/url", Private))
            : parsed;
    }

    public Task<CustomerEndpoint> AddAsync(EndpointDefinition definition, CancellationToken cancellationToken) =>
        endpoints.AddAsync(definition, EndpointSecrets.New(), time.GetUtcNow(), cancellationToken);

    public Task<CustomerEndpoint?> ReplaceAsync(long id, EndpointDefinition definition, CancellationToken cancellationToken) =>
        endpoints.ReplaceAsync(id, definition, time.GetUtcNow(), cancellationToken);

    /// <summary>For a day both secrets sign, so that the receiver can change over at any time in it.</summary>
    public Task<CustomerEndpoint?> RotateAsync(long id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return endpoints.RotateAsync(id, EndpointSecrets.New(), now + EndpointSecrets.Overlap, now, cancellationToken);
    }

    /// <summary>Sends a message that says nothing, now and once, whether or not the endpoint is enabled.</summary>
    public async Task<EndpointAttempt?> TestAsync(long id, CancellationToken cancellationToken)
    {
        if (await endpoints.FindAsync(id, cancellationToken) is not { } endpoint) return null;
        var now = time.GetUtcNow();
        var test = OutboundEvents.Message(
            new OutboundEvent(
                OutboundEventTypes.Test, string.Create(CultureInfo.InvariantCulture, $"test-{id}-{now.ToUnixTimeMilliseconds()}"), now,
                JsonSerializer.Serialize(new EndpointTestData(id), OutboundJson.Default.EndpointTestData)),
            id, reason: null);
        var message = new EndpointMessage(0, id, test.MessageId, test.EventType, test.Payload, 0);
        return (await deliver.RunAsync(endpoint, message, cancellationToken)).Attempt;
    }

    public Task<int> ReplayAsync(ReplayChoice choice, CancellationToken cancellationToken) => messages.ReplayAsync(choice, time.GetUtcNow(), cancellationToken);

    private async Task<bool> IsPrivateAsync(Uri url, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var literal)) return !PublicAddresses.Contains(literal);
        // A name that leads nowhere yet is looked at again whenever it is connected to.
        var found = await hosts.FindAsync(url.IdnHost, cancellationToken);
        return found.Any(address => !PublicAddresses.Contains(address));
    }
}
