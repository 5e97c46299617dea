using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Liquid;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Delivery.ProviderEvents;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>What messages say, the links in them, and what people and providers answer.</summary>
internal static class TemplateServices
{
    public static IServiceCollection AddTemplates(
        this IServiceCollection services, EngineSettings settings, Credentials credentials, IConfiguration configuration) => services
        .AddSingleton(settings.Topics)
        .AddSingleton(settings.Links.With(configuration))
        .AddSingleton(credentials.Links)
        .AddSingleton<LinkTokens>()
        .AddSingleton<MessageLinks>()
        .AddSingleton<ITemplateLanguage, LiquidLanguage>()
        .AddSingleton<Workshop>()
        .AddSingleton<TemplateKeeper>().AddSingleton<IMessageTemplates>(provider => provider.GetRequiredService<TemplateKeeper>())
        .AddSingleton<TemplateDesk>()
        .AddSingleton<DefinitionDesk<MessageTemplateSource>>(provider => provider.GetRequiredService<TemplateDesk>())
        .AddSingleton<PreviewTemplate>()
        .AddSingleton<FollowLink>()
        .AddSingleton<LeaveMessages>()
        .AddSingleton<ChoosePreferences>()
        .AddSingleton<SuppressionDesk>()
        .AddSingleton<TakeDeliveryEvents>();
}
