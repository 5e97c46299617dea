using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Customers;

namespace PersonalizationEngine.Adapters.Cdp;

public static class CdpRegistration
{
    /// <summary>
    /// The reading of customers from the CDP's tables. With no options, or with no table mapped, its use case does nothing.
    /// </summary>
    public static IServiceCollection AddCdp(this IServiceCollection services, CdpOptions? options)
    {
        services.AddSingleton<CustomerSyncState>().AddSingleton<SyncCustomers>().AddSingleton<CdpStartupCheck>();
        if (options is null || options.Mapping.Tables.Count == 0) return services.AddSingleton<ICustomerPlatform, NoCustomerPlatform>();
        return services
            .AddSingleton(options)
            .AddSingleton<CdpDatabase>()
            .AddSingleton<ICustomerPlatform, CdpReader>()
            .AddSingleton<IHealthProbe, CdpHealth>();
    }
}
