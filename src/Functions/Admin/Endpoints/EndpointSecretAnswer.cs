using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Functions.Admin.Endpoints;

/// <param name="Secret">What messages are signed with. It is shown this once.</param>
internal sealed record EndpointSecretAnswer(EndpointAnswer Endpoint, string Secret)
{
    public static EndpointSecretAnswer Of(CustomerEndpoint endpoint) => new(EndpointAnswer.Of(endpoint), endpoint.Secret);
}
