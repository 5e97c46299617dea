using System.Text.Json.Serialization;
using PersonalizationEngine.Engine.Experiments;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Admin.Auditing;
using PersonalizationEngine.Functions.Admin.Campaigns;
using PersonalizationEngine.Functions.Admin.DeadLetters;
using PersonalizationEngine.Functions.Admin.Deliveries;
using PersonalizationEngine.Functions.Admin.Endpoints;
using PersonalizationEngine.Functions.Admin.Events;
using PersonalizationEngine.Functions.Admin.Experiments;
using PersonalizationEngine.Functions.Admin.Experiments.Planning;
using PersonalizationEngine.Functions.Admin.Experiments.Results;
using PersonalizationEngine.Functions.Admin.Groups;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Admin.Metrics;
using PersonalizationEngine.Functions.Admin.People;
using PersonalizationEngine.Functions.Admin.People.Merges;
using PersonalizationEngine.Functions.Admin.Recommenders;
using PersonalizationEngine.Functions.Admin.Recommenders.Evaluation;
using PersonalizationEngine.Functions.Admin.Recommenders.Logged;
using PersonalizationEngine.Functions.Admin.Rules;
using PersonalizationEngine.Functions.Admin.Rules.Drafts;
using PersonalizationEngine.Functions.Admin.Rules.Holdouts;
using PersonalizationEngine.Functions.Admin.Rules.Trying;
using PersonalizationEngine.Functions.Admin.Scoring.Calibration;
using PersonalizationEngine.Functions.Admin.Scoring.Models;
using PersonalizationEngine.Functions.Admin.Scoring.Models.Backtesting;
using PersonalizationEngine.Functions.Admin.Scoring.Quality;
using PersonalizationEngine.Functions.Admin.Segments;
using PersonalizationEngine.Functions.Admin.Suppressions;
using PersonalizationEngine.Functions.Admin.Templates;
using PersonalizationEngine.Functions.Decisions;
using PersonalizationEngine.Functions.Delivery.Inbox;
using PersonalizationEngine.Functions.Delivery.Preferences;
using PersonalizationEngine.Functions.Experiments;
using PersonalizationEngine.Functions.Health;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.Personalization;
using PersonalizationEngine.Functions.Personalization.Lists;
using PersonalizationEngine.Functions.Scoring;
using PersonalizationEngine.Functions.Scoring.History;
using PersonalizationEngine.Functions.Scoring.Models;
using PersonalizationEngine.Functions.Webhooks;

namespace PersonalizationEngine.Functions.Http;

/// <summary>Every answer of the API, in snake_case. Null is left out only where it means "not asked for".</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(PersonalizeAnswer))]
[JsonSerializable(typeof(DecisionAnswer))]
[JsonSerializable(typeof(UnkeptDecisionAnswer))]
[JsonSerializable(typeof(DecisionReplayAnswer))]
[JsonSerializable(typeof(RecommendAnswer))]
[JsonSerializable(typeof(ItemListAnswer))]
[JsonSerializable(typeof(LeadScoreAnswer))]
[JsonSerializable(typeof(SegmentAnswer))]
[JsonSerializable(typeof(MergeAnswer))]
[JsonSerializable(typeof(Page<MergeAnswer>))]
[JsonSerializable(typeof(Page<RefusedLinkAnswer>))]
[JsonSerializable(typeof(RuleAnswer))]
[JsonSerializable(typeof(Page<RuleAnswer>))]
[JsonSerializable(typeof(PreviewAnswer))]
[JsonSerializable(typeof(DraftAnswer))]
[JsonSerializable(typeof(VersionAnswer))]
[JsonSerializable(typeof(Page<VersionAnswer>))]
[JsonSerializable(typeof(DiffAnswer))]
[JsonSerializable(typeof(AuditAnswer))]
[JsonSerializable(typeof(Page<AuditAnswer>))]
[JsonSerializable(typeof(RuleResultsAnswer))]
[JsonSerializable(typeof(WhatIfAnswer))]
[JsonSerializable(typeof(FindingsAnswer))]
[JsonSerializable(typeof(ExperimentAnswer))]
[JsonSerializable(typeof(Page<ExperimentAnswer>))]
[JsonSerializable(typeof(SavedGroupAnswer))]
[JsonSerializable(typeof(Page<SavedGroupAnswer>))]
[JsonSerializable(typeof(SegmentDefinitionAnswer))]
[JsonSerializable(typeof(EndpointAnswer))]
[JsonSerializable(typeof(Page<EndpointAnswer>))]
[JsonSerializable(typeof(EndpointSecretAnswer))]
[JsonSerializable(typeof(EndpointTestAnswer))]
[JsonSerializable(typeof(Page<EndpointMessageAnswer>))]
[JsonSerializable(typeof(ReplayedMessagesAnswer))]
[JsonSerializable(typeof(Page<DeadLetterAnswer>))]
[JsonSerializable(typeof(Page<SegmentDefinitionAnswer>))]
[JsonSerializable(typeof(SegmentSizeAnswer))]
[JsonSerializable(typeof(CampaignAnswer))]
[JsonSerializable(typeof(Page<CampaignAnswer>))]
[JsonSerializable(typeof(CampaignRunAnswer))]
[JsonSerializable(typeof(CampaignRunsAnswer))]
[JsonSerializable(typeof(CampaignStatsAnswer))]
[JsonSerializable(typeof(CampaignPreviewAnswer))]
[JsonSerializable(typeof(Page<DeliveryAnswer>))]
[JsonSerializable(typeof(Page<RefusedEventAnswer>))]
[JsonSerializable(typeof(ReplayAnswer))]
[JsonSerializable(typeof(MetricsAnswer))]
[JsonSerializable(typeof(LoggedAnswer))]
[JsonSerializable(typeof(RecommendersAnswer))]
[JsonSerializable(typeof(EvaluationAnswer))]
[JsonSerializable(typeof(IngestionAnswer))]
[JsonSerializable(typeof(ReadAssignmentAnswer))]
[JsonSerializable(typeof(ReadAssignmentsAnswer))]
[JsonSerializable(typeof(TrackedExposure))]
[JsonSerializable(typeof(PersonTokenAnswer))]
[JsonSerializable(typeof(LiveAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
[JsonSerializable(typeof(ResultsAnswer))]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(RehearsalAnswer))]
[JsonSerializable(typeof(QualityAnswer))]
[JsonSerializable(typeof(CalibrationAnswer))]
[JsonSerializable(typeof(LeadModelAnswer))]
[JsonSerializable(typeof(Page<LeadModelAnswer>))]
[JsonSerializable(typeof(LeadModelDraftAnswer))]
[JsonSerializable(typeof(PlainScoreAnswer))]
[JsonSerializable(typeof(ModelScoreAnswer))]
[JsonSerializable(typeof(Page<PastScoreAnswer>))]
[JsonSerializable(typeof(Page<CrossingAnswer>))]
[JsonSerializable(typeof(BacktestAnswer))]
[JsonSerializable(typeof(ErasureAnswer))]
[JsonSerializable(typeof(MessageTemplateAnswer))]
[JsonSerializable(typeof(Page<MessageTemplateAnswer>))]
[JsonSerializable(typeof(PreviewedMessageAnswer))]
[JsonSerializable(typeof(SuppressionAnswer))]
[JsonSerializable(typeof(Page<SuppressionAnswer>))]
[JsonSerializable(typeof(ImportedSuppressionsAnswer))]
[JsonSerializable(typeof(PreferencesAnswer))]
[JsonSerializable(typeof(InboxAnswer))]
[JsonSerializable(typeof(UnreadAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
