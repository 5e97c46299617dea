using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Smtp;

public static class SmtpRegistration
{
    public static IServiceCollection AddSmtp(this IServiceCollection services, SmtpOptions options) => services
        .AddSingleton<IChannelProvider>(provider => new SmtpProvider(
            options, provider.GetRequiredService<ChannelOptions>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IHealthProbe>(provider => new ProviderHealth(SmtpProvider.ProviderName, provider.GetRequiredService<OutsideSystems>()));
}
