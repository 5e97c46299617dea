using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Adapters.Webhooks;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Delivery.Endpoints.Changes;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Webhooks.Endpoints;

/// <summary>The way of events to customers' endpoints, from a real store over real HTTP, on a clock of the test.</summary>
internal sealed class CustomerHooks : IAsyncDisposable
{
    private readonly ServiceProvider _http;

    public CustomerHooks(Store store, bool allowsPrivate = true, int timeoutSeconds = 15)
    {
        Store = store;
        Options = new EndpointOptions(TimeSpan.FromSeconds(timeoutSeconds), TimeSpan.FromDays(5)) { AllowsPrivate = allowsPrivate };
        // Time-outs pass by themselves; everything else goes by the clock of the store.
        _http = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(TimeProvider.System).AddWebhookPosts(ChannelOptions.Default).BuildServiceProvider();
        var deliver = new DeliverToEndpoint(_http.GetRequiredService<IWebhookPost>(), Options, store.Time);
        Events = new OutboundEvents(Endpoints, Messages);
        Send = new SendWebhooks(Endpoints, Messages, deliver, Events, Options, store.Time, NullLogger<SendWebhooks>.Instance);
        Desk = new EndpointDesk(Endpoints, Messages, _http.GetRequiredService<IHostAddresses>(), deliver, Options, store.Time);
        Publish = new PublishChanges(store.Get<IChangeFeed>(), Events, Events, store.Get<ISyncPositions>(), store.Time);
    }

    public Store Store { get; }

    public EndpointOptions Options { get; }

    public OutboundEvents Events { get; }

    public SendWebhooks Send { get; }

    public EndpointDesk Desk { get; }

    public PublishChanges Publish { get; }

    public ICustomerEndpoints Endpoints => Store.Get<ICustomerEndpoints>();

    public IEndpointMessages Messages => Store.Get<IEndpointMessages>();

    public Task<CustomerEndpoint> AddAsync(Uri url, params string[] types) =>
        Desk.AddAsync(new EndpointDefinition(url, types, null, true), TestContext.Current.CancellationToken);

    public Task RaiseAsync(string eventId, string type = OutboundEventTypes.ScoreCrossed) =>
        Events.RaiseAsync([new OutboundEvent(type, eventId, Store.Time.GetUtcNow(), """{"score":60.5}""", "anna")], TestContext.Current.CancellationToken);

    public Task<int> RunAsync() => Send.RunAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _http.DisposeAsync();
}
