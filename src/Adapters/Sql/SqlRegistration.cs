using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PersonalizationEngine.Adapters.Sql.Access;
using PersonalizationEngine.Adapters.Sql.Auditing;
using PersonalizationEngine.Adapters.Sql.Decisions;
using PersonalizationEngine.Adapters.Sql.Definitions;
using PersonalizationEngine.Adapters.Sql.Definitions.History;
using PersonalizationEngine.Adapters.Sql.Delivery;
using PersonalizationEngine.Adapters.Sql.Digests;
using PersonalizationEngine.Adapters.Sql.Endpoints;
using PersonalizationEngine.Adapters.Sql.Experiments;
using PersonalizationEngine.Adapters.Sql.Feedback;
using PersonalizationEngine.Adapters.Sql.Idempotency;
using PersonalizationEngine.Adapters.Sql.Ingestion;
using PersonalizationEngine.Adapters.Sql.Ingestion.Merges;
using PersonalizationEngine.Adapters.Sql.Items;
using PersonalizationEngine.Adapters.Sql.Leads;
using PersonalizationEngine.Adapters.Sql.Models;
using PersonalizationEngine.Adapters.Sql.Overview;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Adapters.Sql.PushTokens;
using PersonalizationEngine.Adapters.Sql.Retention;
using PersonalizationEngine.Adapters.Sql.Scoring;
using PersonalizationEngine.Adapters.Sql.Suppressions;
using PersonalizationEngine.Adapters.Sql.Sync;
using PersonalizationEngine.Adapters.Sql.Telemetry;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql;

public static class SqlRegistration
{
    /// <summary>Every port that a SQL database serves; which database is registered apart.</summary>
    public static IServiceCollection AddSqlStore(this IServiceCollection services)
    {
        SqlMapping.Register();
        services.TryAddSingleton(ConsentPolicy.Default);
        services.TryAddSingleton(IngestionRules.Default);
        return services
            .AddSingleton<Tombstones>()
            .AddSingleton<IStoreFigures, SqlStoreFigures>()
            .AddSingleton<IDecisionMinutes, SqlDecisionMinutes>()
            .AddSingleton<ISegmentSizes, SqlSegmentSizes>()
            .AddSingleton<IOverviewFigures, SqlOverviewFigures>()
            .AddSingleton<IPersonalData, SqlPersonalData>()
            .AddSingleton<IErasures, SqlErasures>()
            .AddSingleton<IIdempotencyKeys, SqlIdempotencyKeys>()
            .AddSingleton<IPeople, SqlPeople>()
            .AddSingleton<IConsents, SqlConsents>()
            .AddSingleton<IPeopleListing, SqlPeopleListing>()
            .AddSingleton<ISeenPeople, SqlSeenPeople>()
            .AddSingleton<IBehaviourSource, SqlBehaviourSource>()
            .AddSingleton<IIngestionStore, SqlIngestionStore>()
            .AddSingleton<IPersonMerges, SqlPersonMerges>()
            .AddSingleton<IRefusedEvents, SqlRefusedEvents>()
            .AddSingleton<ILeadScores, SqlLeadScores>()
            .AddSingleton<IScoreOutcomes, SqlScoreOutcomes>()
            .AddSingleton<ILeadListing, SqlLeadListing>()
            .AddSingleton<IPersonRecords, SqlPersonRecords>()
            .AddSingleton<IPeopleSearch, SqlPeopleSearch>()
            .AddSingleton<IPersonTimeline, SqlPersonTimeline>()
            .AddSingleton<IPastScores, SqlPastScores>()
            .AddSingleton<IDefinitions<ContentRule>, SqlContentRules>()
            .AddSingleton<IDefinitions<Experiment>, SqlExperiments>()
            .AddSingleton<IDefinitions<SavedGroup>, SqlSavedGroups>()
            .AddSingleton<IDefinitions<Segment>, SqlSegments>()
            .AddSingleton<IDefinitions<LeadModel>, SqlLeadModels>()
            .AddSingleton<IDefinitions<Campaign>, SqlCampaigns>()
            .AddSingleton<IDeliveries, SqlDeliveries>()
            .AddSingleton<ICampaignRuns, SqlCampaignRuns>()
            .AddSingleton<IMessageRequests, SqlMessageRequests>()
            .AddSingleton<IChannelResponses, SqlChannelResponses>()
            .AddSingleton<IInbox, SqlInbox>()
            .AddSingleton<IDigests, SqlDigests>()
            .AddSingleton<IDefinitions<MessageTemplateSource>, SqlMessageTemplates>()
            .AddSingleton<IDefinitionHistory, SqlDefinitionHistory>()
            .AddSingleton<IDrafts, SqlDrafts>()
            .AddSingleton<IAudit, SqlAudit>()
            .AddSingleton<IAccessKeys, SqlAccessKeys>()
            .AddSingleton<ISuppressions, SqlSuppressions>()
            .AddSingleton<ITopicChoices, SqlTopicChoices>()
            .AddSingleton<IProviderEvents, SqlProviderEvents>()
            .AddSingleton<IKeptDecisions, SqlKeptDecisions>()
            .AddSingleton<IRuleExposures, SqlRuleExposures>()
            .AddSingleton<IPlaybookVersion, SqlPlaybookVersion>()
            .AddSingleton<IItemStore, SqlItemStore>()
            .AddSingleton<IInteractionStore, SqlInteractionStore>()
            .AddSingleton<IPersonInteractions, SqlInteractionStore>()
            .AddSingleton<IFeedbackStore, SqlFeedbackStore>()
            .AddSingleton<IExposureStore, SqlExposureStore>()
            .AddSingleton<IRetentionStore, SqlRetentionStore>()
            .AddSingleton<IWebBehaviourStore, SqlWebBehaviour>()
            .AddSingleton<ISyncPositions, SqlSyncPositions>()
            .AddSingleton<IModelStore, SqlModelStore>()
            .AddSingleton<ISyncedRecords, SqlSyncedRecords>()
            .AddSingleton<IGorseSource, SqlGorseSource>()
            .AddSingleton<IJobLeases, SqlJobLeases>()
            .AddSingleton<IExperimentFacts, SqlExperimentFacts>()
            .AddSingleton<IExperimentHistory, SqlExperimentHistory>()
            .AddSingleton<IModelScores, SqlModelScores>()
            .AddSingleton<IScoreHistory, SqlScoreHistory>()
            .AddSingleton<IPushTokens, SqlPushTokens>()
            .AddSingleton<ICustomerEndpoints, SqlCustomerEndpoints>()
            .AddSingleton<IEndpointMessages, SqlEndpointMessages>()
            .AddSingleton<IChangeFeed, SqlChangeFeed>();
    }
}
