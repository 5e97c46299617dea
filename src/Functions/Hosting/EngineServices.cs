using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Authentication;
using PersonalizationEngine.Engine.Ingestion.Rybbit;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Retention;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Startup;
using PersonalizationEngine.Engine.Sync.Gorse;
using PersonalizationEngine.Functions.Settings;
using PersonalizationEngine.Functions.Webhooks;
using ZiggyCreatures.Caching.Fusion;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>The composition root: which adapter stands behind which port, and the use cases on top.</summary>
internal static class EngineServices
{
    /// <exception cref="InvalidSettingsException">A setting cannot be used; the message names every one.</exception>
    public static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = EngineSettings.Read(configuration);
        var dataDirectory = configuration["DATA_DIR"] is { Length: > 0 } directory ? directory : "data";
        var credentials = Credentials.Read(configuration, dataDirectory);

        return services
            .AddSingleton(TimeProvider.System)
            .AddSettings(settings, credentials)
            .AddSqliteStore(_ => SqliteOptions.In(dataDirectory))
            .AddEmbeddedRecommender(settings.Recommendations.Recommender, settings.Recommendations.History)
            .AddPersonCache(settings.Cache)
            .AddUseCases()
            .AddHostedService<StoreUpgrade>()
            .AddHostedService<WarmUpService>()
            .AddHostedService<OutboxService>();
    }

    private static IServiceCollection AddSettings(this IServiceCollection services, EngineSettings settings, Credentials credentials) => services
        .AddSingleton(settings.Scoring)
        .AddSingleton(settings.Items)
        .AddSingleton(settings.Recommendations.Weights)
        .AddSingleton(new InterestRules(settings.Recommendations.Weights))
        .AddSingleton(GorseSyncOptions.Default)
        .AddSingleton(settings.Slots)
        .AddSingleton(settings.Cache)
        .AddSingleton(settings.Retention)
        .AddSingleton(credentials.Webhooks)
        .AddSingleton(credentials.DecisionIds);

    private static IServiceCollection AddPersonCache(this IServiceCollection services, PersonCacheOptions options) =>
        services.AddSingleton<IFusionCache>(_ => new FusionCache(
            new FusionCacheOptions { CacheName = "people" }, new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Capacity })));

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton<PersonGenerations>()
        .AddSingleton<ItemCatalogue>()
        .AddSingleton<MeasureLead>()
        .AddSingleton<PersonLoader>()
        .AddSingleton<LoadingThreads>()
        .AddSingleton<PersonSnapshots>()
        .AddSingleton<PlaybookKeeper>()
        .AddSingleton<DecisionStamp>()
        .AddSingleton<DecisionOutbox>()
        .AddSingleton<PersonalizeVisitor>()
        .AddSingleton<RecommendItems>()
        .AddSingleton<RecalculateLeadScore>()
        .AddSingleton<RescoreChangedPeople>()
        .AddSingleton<RybbitEventReader>()
        .AddSingleton<NewsOfPeople>()
        .AddSingleton<IngestEvents>()
        .AddSingleton<ReplayRefusedEvents>()
        .AddSingleton<WebhookAuthenticator>()
        .AddSingleton<WebhookEndpoint>()
        .AddSingleton<FeedbackEventReader>()
        .AddSingleton<RecordFeedback>()
        .AddSingleton<ReportClickThrough>()
        .AddSingleton<RuleDesk>()
        .AddSingleton<ExperimentDesk>()
        .AddSingleton<PreviewRule>()
        .AddSingleton<PurgeExpiredData>()
        .AddSingleton<SyncGorse>()
        .AddSingleton<CheckHealth>()
        .AddSingleton<WarmUp>();
}
