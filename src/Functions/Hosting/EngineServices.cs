using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Administration.Holdouts;
using PersonalizationEngine.Engine.Administration.Listing;
using PersonalizationEngine.Engine.Administration.Trying;
using PersonalizationEngine.Engine.Administration.Vocabulary;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Delivery;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Digests;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Delivery.Recipients;
using PersonalizationEngine.Engine.Delivery.Requests;
using PersonalizationEngine.Engine.Delivery.Routing;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Experiments;
using PersonalizationEngine.Engine.Experiments.Planning;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Engine.Experiments.Tracking;
using PersonalizationEngine.Engine.Experiments.Watching;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Authentication;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ingestion.Rybbit;
using PersonalizationEngine.Engine.Leads.Listing;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Recommendations.Evaluation;
using PersonalizationEngine.Engine.Recommendations.Judging;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Retention;
using PersonalizationEngine.Engine.Schedules;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Scoring.Calibration;
using PersonalizationEngine.Engine.Scoring.History;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Engine.Scoring.Models.Backtesting;
using PersonalizationEngine.Engine.Scoring.Models.Crossings;
using PersonalizationEngine.Engine.Scoring.Quality;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Engine.Startup;
using PersonalizationEngine.Engine.Sync.Gorse;
using PersonalizationEngine.Functions.Delivery;
using PersonalizationEngine.Functions.Delivery.Inbox;
using PersonalizationEngine.Functions.Experiments;
using PersonalizationEngine.Functions.Hosting.Telemetry;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Personalization;
using PersonalizationEngine.Functions.Settings;
using PersonalizationEngine.Functions.Settings.Connections;
using PersonalizationEngine.Functions.Webhooks;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization;

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

        var connections = ConnectionSettings.Read(configuration);
        var entra = new EntraServices(connections);

        return services
            .AddSingleton(TimeProvider.System)
            .AddSettings(settings, credentials)
            .AddSingleton(connections)
            .AddHostedService<ConnectionReport>()
            .AddStore(connections, entra, dataDirectory)
            .AddRecommender(settings.Recommendations, connections)
            .AddSharing(connections, entra)
            .AddSources(settings, connections, entra)
            .AddPersonCache(settings.Cache)
            .AddChannels(settings.Channels, settings.Endpoints, connections, credentials)
            .AddUseCases()
            .AddTemplates(settings, credentials, configuration)
            .AddGraphQl(settings.GraphQl, configuration)
            .AddDashboard(settings.Dashboard, credentials, configuration)
            .AddOperations()
            .AddStandingFigures(settings.Telemetry, configuration)
            .AddSingleton<FirstDecision>()
            .AddOverview()
            .AddHostedService<WarmUpService>()
            .AddHostedService<HearNewsService>()
            .AddHostedService<OutboxService>()
            .AddHostedService<ReceiptService>()
            .AddHostedService<WebhookService>()
            .AddHostedService<StandingWork>();
    }

    private static IServiceCollection AddSettings(this IServiceCollection services, EngineSettings settings, Credentials credentials) => services
        .AddSingleton(settings.Scoring)
        .AddSingleton(settings.Items)
        .AddSingleton(settings.Recommendations.Weights)
        .AddSingleton(settings.Recommendations.Comparison)
        .AddSingleton(new InterestRules(settings.Recommendations.Weights))
        .AddSingleton(GorseSyncOptions.Default)
        .AddSingleton(settings.Experiments)
        .AddSingleton(settings.Experiments.Holdout)
        .AddSingleton(new SdkClients(settings.Experiments.SdkKeys))
        .AddSingleton(new TesterParameters(settings.Experiments.TesterKeys))
        .AddSingleton(settings.Consent)
        .AddSingleton(new IngestionRules(settings.Consent, settings.Identity))
        .AddSingleton(settings.Slots)
        .AddSingleton(settings.Cache)
        .AddSingleton(settings.Retention)
        .AddSingleton(settings.KeptDecisions)
        .AddSingleton(settings.Delivery.Policy)
        .AddSingleton(settings.Delivery.Options)
        .AddSingleton(settings.Delivery.Digests)
        .AddSingleton(credentials.Webhooks)
        .AddSingleton(credentials.DecisionIds)
        .AddSingleton(credentials.Editors)
        .AddSingleton(credentials.Tombstones)
        .AddSingleton(settings.Rules.Holdout)
        .AddSingleton(settings.Rules.Review)
        .AddBrowsers(settings.Access, credentials);

    private static IServiceCollection AddPersonCache(this IServiceCollection services, PersonCacheOptions options) =>
        // By its name: Azure's worker registers a distributed cache of its own.
        services.AddSingleton<IFusionCache>(provider => PersonCache.Create(
            options, provider.GetKeyedService<IDistributedCache>(PersonCache.Name), provider.GetService<IFusionCacheSerializer>()));

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton<OutsideSystems>()
        .AddSingleton<TakeKeys>()
        .AddSingleton<KeyedRequests>()
        .AddSingleton<SharedJobs>()
        .AddSingleton<PersonGenerations>()
        .AddSingleton<ItemCatalogue>()
        .AddSingleton<MeasureLead>()
        .AddSingleton<PersonLoader>()
        .AddSingleton<LoadingThreads>()
        .AddSingleton<PersonSnapshots>()
        .AddSingleton<PlaybookKeeper>().AddSingleton<IAskedActs>(provider => provider.GetRequiredService<PlaybookKeeper>())
        .AddSingleton<DecisionStamp>()
        .AddSingleton<DecisionOutbox>()
        .AddSingleton<ListsUnderTest>()
        .AddSingleton<PersonalizeVisitor>()
        .AddSingleton<ItemConditions>()
        .AddSingleton<RecommendToPeople>()
        .AddSingleton<RecommendItems>()
        .AddSingleton<ShowShelf>()
        .AddSingleton<RecalculateLeadScore>()
        .AddSingleton<RescoreChangedPeople>()
        .AddSingleton<FollowPastScores>()
        .AddSingleton<ListLeads>()
        .AddSingleton<ReadLooks>()
        .AddSingleton<ReportQuality>()
        .AddSingleton<CalibrateScore>()
        .AddSingleton<RybbitEventReader>()
        .AddSingleton<MemoryOfThisProcess>()
        .AddSingleton<LiveActivity>()
        .AddSingleton<NewsOfPeople>()
        .AddSingleton<NewsOfPlaybook>()
        .AddSingleton<HearNews>()
        .AddSingleton<ReachOfPeople>()
        .AddSingleton<ReadRecipients>()
        .AddSingleton<KnownCampaigns>()
        .AddSingleton<GatherDigests>()
        .AddSingleton<RouteMessages>()
        .AddSingleton<LostAddresses>()
        .AddSingleton<SendMessage>()
        .AddSingleton<FailureNews>()
        .AddSingleton<InboxOwners>()
        .AddSingleton<ReadInbox>()
        .AddSingleton<MarkInbox>()
        .AddSingleton<FillInboxes>()
        .AddSingleton<InboxEndpoint>()
        .AddSingleton<DeliverMessages>()
        .AddSingleton<TakeMessageRequests>()
        .AddSingleton<SnapshotAudience>()
        .AddSingleton<ControlCampaigns>()
        .AddSingleton<BeginRun>()
        .AddSingleton<PreviewCampaign>()
        .AddSingleton<EstimateCampaign>()
        .AddSingleton<KeptPreviews>()
        .AddSingleton<StuckRuns>()
        .AddSingleton<CampaignStarter>()
        .AddSingleton<Admin.Campaigns.CampaignRunChanges>()
        .AddSingleton<Admin.DeadLetters.DeadLetterReplays>()
        .AddSingleton<Admin.Endpoints.AuditedEndpoints>()
        .AddSingleton<CampaignDesk>()
        .AddSingleton<DefinitionDesk<Campaign>>(provider => provider.GetRequiredService<CampaignDesk>())
        .AddSingleton<IngestEvents>()
        .AddSingleton<UndoMerge>()
        .AddSingleton<ReplayRefusedEvents>()
        .AddSingleton<WebhookAuthenticator>()
        .AddSingleton<WebhookEndpoint>()
        .AddSingleton<FeedbackEventReader>()
        .AddSingleton<NewsOfFeedback>()
        .AddSingleton<RecordFeedback>()
        .AddSingleton<ReportClickThrough>()
        .AddSingleton<CompareWithPopular>()
        .AddSingleton<JudgeExploration>()
        .AddSingleton<RuleDesk>()
        .AddSingleton<ExperimentDesk>()
        .AddSingleton<DefinitionDesk<ContentRule>>(provider => provider.GetRequiredService<RuleDesk>())
        .AddSingleton<DefinitionDesk<Experiment>>(provider => provider.GetRequiredService<ExperimentDesk>())
        .AddSingleton<PreviewRule>()
        .AddSingleton<NamedDefinitions>()
        .AddSingleton<SavedGroupDesk>()
        .AddSingleton<SegmentDesk>()
        .AddSingleton<DefinitionDesk<Segment>>(provider => provider.GetRequiredService<SegmentDesk>())
        .AddSingleton<AttributesOfPeople>()
        .AddSingleton<MeasureSegment>()
        .AddSingleton<PreviewSegment>()
        .AddSingleton<ReadAssignment>()
        .AddSingleton<TrackExposure>()
        .AddSingleton<OfferFeatures>()
        .AddSingleton(typeof(TellHistory<>))
        .AddSingleton<RuleDrafts>()
        .AddSingleton<AuditedWork>()
        .AddSingleton<KeepDecisions>()
        .AddSingleton<DecisionReceipts>()
        .AddSingleton<RestorePlaybook>()
        .AddSingleton<TellDecision>()
        .AddSingleton<DraftReader>()
        .AddSingleton<PeopleSample>()
        .AddSingleton<TryDrafts>()
        .AddSingleton<FindRuleFaults>()
        .AddSingleton<MeasureRule>()
        .AddSingleton<KeptRuleResults>()
        .AddSingleton<ListRules>()
        .AddSingleton<KeptSample>()
        .AddSingleton<EstimateAudience>()
        .AddSingleton<TellVocabulary>()
        .AddSingleton<JustErased>()
        .AddSingleton<ProcessMemory>().AddSingleton<IPersonalPlace>(provider => provider.GetRequiredService<ProcessMemory>())
        .AddSingleton<ErasePeople>()
        .AddSingleton<FollowErasures>()
        .AddSingleton<EraseInactivePeople>()
        .AddSingleton<LetInAgain>()
        .AddSingleton<PurgeExpiredData>()
        .AddSingleton<SyncGorse>()
        .AddSingleton<CheckHealth>()
        .AddSingleton<WarmUp>()
        .AddSingleton<FollowStore>()
        .AddSingleton<TrainRegularly>()
        .AddSingleton<EvaluateRecommender>()
        .AddSingleton<ReportResults>()
        .AddSingleton<PlanTrial>()
        .AddSingleton<RehearseTrial>()
        .AddSingleton<OwnEdits>()
        .AddSingleton<ReviewExperiments>()
        .AddSingleton<TrackExposures>()
        .AddSingleton<LeadModelDesk>()
        .AddSingleton<DefinitionDesk<LeadModel>>(provider => provider.GetRequiredService<LeadModelDesk>())
        .AddSingleton<LeadModelDrafts>()
        .AddSingleton<LeadModels>()
        .AddSingleton<ReadLeads>()
        .AddSingleton<ScoreByModel>()
        .AddSingleton<ReadPlainScore>()
        .AddSingleton<WatchThresholds>()
        .AddSingleton<BacktestModel>()
        .AddSingleton<RunBacktest>()
        .AddSingleton<TellScoreHistory>();
}
