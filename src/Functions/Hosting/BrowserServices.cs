using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Experiments;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Personalization;
using PersonalizationEngine.Functions.Personalization.Lists;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>What stands between browsers and the engine. Behind the gate they get the same functions as servers.</summary>
internal static class BrowserServices
{
    public static IServiceCollection AddBrowsers(this IServiceCollection services, AccessRules rules, Credentials credentials) => services
        .AddSingleton(rules)
        .AddSingleton(provider => new PersonTokens(credentials.PersonTokens, rules, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(new RequestRates(rules))
        .AddSingleton(provider => new SiteGate(
            rules, provider.GetRequiredService<PersonTokens>(), provider.GetRequiredService<RequestRates>(), provider.GetRequiredService<KeyedRequests>()))
        .AddSingleton<LogVisitorIn>()
        .AddSingleton<RecordOwnFeedback>()
        .AddSingleton<PersonalizeFunction>()
        .AddSingleton<RecommendFunction>()
        .AddSingleton<ItemListFunctions>()
        .AddSingleton<RecommendSessionFunction>()
        .AddSingleton<ReadAssignmentFunction>();
}
