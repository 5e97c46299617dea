using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>What Azure's source generators and host ask of function classes, checked where they do not run.</summary>
public sealed class FunctionShapeTests
{
    private static readonly IReadOnlyList<(MethodInfo Method, string Name)> Functions =
    [
        .. Assembly.Load("PersonalizationEngine.Functions").GetTypes().SelectMany(type => type.GetMethods(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (method, method.GetCustomAttribute<FunctionAttribute>()?.Name!))
            .Where(function => function.Item2 is not null),
    ];

    /// <summary>Every HTTP function and who may call it: a new one must be put on this list by a person.</summary>
    private static readonly Dictionary<string, AuthorizationLevel> Levels = new()
    {
        ["Personalize"] = AuthorizationLevel.Function,
        ["Recommend"] = AuthorizationLevel.Function,
        ["RecommendSession"] = AuthorizationLevel.Function,
        ["ListSimilarItems"] = AuthorizationLevel.Function,
        ["ListTrendingItems"] = AuthorizationLevel.Function,
        ["ListPopularItems"] = AuthorizationLevel.Function,
        ["GraphQl"] = AuthorizationLevel.Function,
        ["CheckMasterKey"] = AuthorizationLevel.Admin,
        ["ReadAssignments"] = AuthorizationLevel.Function,
        ["ReadAssignment"] = AuthorizationLevel.Function,
        ["ReadGrowthBookFeatures"] = AuthorizationLevel.Anonymous,
        ["TrackExposure"] = AuthorizationLevel.Anonymous,
        ["RecalculateLeadScore"] = AuthorizationLevel.Function,
        ["ReadLeadScore"] = AuthorizationLevel.Function,
        ["ListLeadScores"] = AuthorizationLevel.Function,
        ["ListCrossings"] = AuthorizationLevel.Function,
        ["GetSegment"] = AuthorizationLevel.Function,
        ["RecordEvents"] = AuthorizationLevel.Function,
        ["CheckReady"] = AuthorizationLevel.Function,
        ["CheckLive"] = AuthorizationLevel.Anonymous,
        ["ReceiveRybbitEvents"] = AuthorizationLevel.Anonymous,
        ["ReceiveCdpEvents"] = AuthorizationLevel.Anonymous,
        ["ListRules"] = AuthorizationLevel.Admin,
        ["AddRule"] = AuthorizationLevel.Admin,
        ["GetRule"] = AuthorizationLevel.Admin,
        ["ReplaceRule"] = AuthorizationLevel.Admin,
        ["RemoveRule"] = AuthorizationLevel.Admin,
        ["PreviewRule"] = AuthorizationLevel.Admin,
        ["TryRuleDrafts"] = AuthorizationLevel.Admin,
        ["FindRuleFaults"] = AuthorizationLevel.Admin,
        ["ReportRuleResults"] = AuthorizationLevel.Admin,
        ["GetRuleDraft"] = AuthorizationLevel.Admin,
        ["SaveRuleDraft"] = AuthorizationLevel.Admin,
        ["DropRuleDraft"] = AuthorizationLevel.Admin,
        ["ReviewRuleDraft"] = AuthorizationLevel.Admin,
        ["PublishRuleDraft"] = AuthorizationLevel.Admin,
        ["ListRuleVersions"] = AuthorizationLevel.Admin,
        ["GetRuleVersion"] = AuthorizationLevel.Admin,
        ["CompareRuleVersions"] = AuthorizationLevel.Admin,
        ["RollBackRule"] = AuthorizationLevel.Admin,
        ["ListExperimentVersions"] = AuthorizationLevel.Admin,
        ["CompareExperimentVersions"] = AuthorizationLevel.Admin,
        ["ListScoringModels"] = AuthorizationLevel.Admin,
        ["AddScoringModel"] = AuthorizationLevel.Admin,
        ["GetScoringModel"] = AuthorizationLevel.Admin,
        ["ReplaceScoringModel"] = AuthorizationLevel.Admin,
        ["RemoveScoringModel"] = AuthorizationLevel.Admin,
        ["GetScoringModelDraft"] = AuthorizationLevel.Admin,
        ["SaveScoringModelDraft"] = AuthorizationLevel.Admin,
        ["DropScoringModelDraft"] = AuthorizationLevel.Admin,
        ["ReviewScoringModelDraft"] = AuthorizationLevel.Admin,
        ["PublishScoringModelDraft"] = AuthorizationLevel.Admin,
        ["ListScoringModelVersions"] = AuthorizationLevel.Admin,
        ["GetScoringModelVersion"] = AuthorizationLevel.Admin,
        ["CompareScoringModelVersions"] = AuthorizationLevel.Admin,
        ["BacktestScoringModel"] = AuthorizationLevel.Admin,
        ["RollBackScoringModel"] = AuthorizationLevel.Admin,
        ["ListAudit"] = AuthorizationLevel.Admin,
        ["ListExperiments"] = AuthorizationLevel.Admin,
        ["AddExperiment"] = AuthorizationLevel.Admin,
        ["GetExperiment"] = AuthorizationLevel.Admin,
        ["ReplaceExperiment"] = AuthorizationLevel.Admin,
        ["ListSavedGroups"] = AuthorizationLevel.Admin,
        ["AddSavedGroup"] = AuthorizationLevel.Admin,
        ["GetSavedGroup"] = AuthorizationLevel.Admin,
        ["ReplaceSavedGroup"] = AuthorizationLevel.Admin,
        ["RemoveSavedGroup"] = AuthorizationLevel.Admin,
        ["ListSegmentDefinitions"] = AuthorizationLevel.Admin,
        ["AddSegmentDefinition"] = AuthorizationLevel.Admin,
        ["GetSegmentDefinition"] = AuthorizationLevel.Admin,
        ["ReplaceSegmentDefinition"] = AuthorizationLevel.Admin,
        ["RemoveSegmentDefinition"] = AuthorizationLevel.Admin,
        ["PreviewSegment"] = AuthorizationLevel.Admin,
        ["MeasureSegment"] = AuthorizationLevel.Admin,
        ["ListRefusedEvents"] = AuthorizationLevel.Admin,
        ["ReplayRefusedEvents"] = AuthorizationLevel.Admin,
        ["ListMerges"] = AuthorizationLevel.Admin,
        ["ListRefusedLinks"] = AuthorizationLevel.Admin,
        ["UndoMerge"] = AuthorizationLevel.Admin,
        ["ListRecommenders"] = AuthorizationLevel.Admin,
        ["TrainRecommender"] = AuthorizationLevel.Admin,
        ["EvaluateRecommender"] = AuthorizationLevel.Admin,
        ["GetEvaluation"] = AuthorizationLevel.Admin,
        ["ExportPerson"] = AuthorizationLevel.Admin,
        ["ErasePerson"] = AuthorizationLevel.Admin,
        ["GetErasure"] = AuthorizationLevel.Admin,
        ["RestorePermission"] = AuthorizationLevel.Admin,
        ["ReportScoringQuality"] = AuthorizationLevel.Admin,
        ["CalibrateScoring"] = AuthorizationLevel.Admin,
        ["ReportRecommendationMetrics"] = AuthorizationLevel.Admin,
        ["JudgeLoggedRecommendations"] = AuthorizationLevel.Admin,
        ["ReportExperimentResults"] = AuthorizationLevel.Admin,
        ["PlanExperiment"] = AuthorizationLevel.Admin,
        ["RehearseExperiment"] = AuthorizationLevel.Admin,
        ["TrackExposures"] = AuthorizationLevel.Function,
        ["ExportAudit"] = AuthorizationLevel.Admin,
        ["ListWebhookEndpoints"] = AuthorizationLevel.Admin,
        ["AddWebhookEndpoint"] = AuthorizationLevel.Admin,
        ["GetWebhookEndpoint"] = AuthorizationLevel.Admin,
        ["ReplaceWebhookEndpoint"] = AuthorizationLevel.Admin,
        ["RemoveWebhookEndpoint"] = AuthorizationLevel.Admin,
        ["RotateWebhookSecret"] = AuthorizationLevel.Admin,
        ["TestWebhookEndpoint"] = AuthorizationLevel.Admin,
        ["ListWebhookMessages"] = AuthorizationLevel.Admin,
        ["ReplayWebhookMessages"] = AuthorizationLevel.Admin,
        ["ListDeadLetters"] = AuthorizationLevel.Admin,
        ["ReplayDeadLetter"] = AuthorizationLevel.Admin,
        ["ReplayDeadLetters"] = AuthorizationLevel.Admin,
        ["SavePushToken"] = AuthorizationLevel.Function,
        ["RemovePushToken"] = AuthorizationLevel.Function,
        ["SiteSavePushToken"] = AuthorizationLevel.Anonymous,
        ["SiteRemovePushToken"] = AuthorizationLevel.Anonymous,
        ["GetDecision"] = AuthorizationLevel.Function,
        ["ReplayDecision"] = AuthorizationLevel.Function,
        ["MintPersonToken"] = AuthorizationLevel.Function,
        ["SitePersonalize"] = AuthorizationLevel.Anonymous,
        ["SiteRecommend"] = AuthorizationLevel.Anonymous,
        ["SiteListSimilarItems"] = AuthorizationLevel.Anonymous,
        ["SiteListTrendingItems"] = AuthorizationLevel.Anonymous,
        ["SiteListPopularItems"] = AuthorizationLevel.Anonymous,
        ["SiteRecommendSession"] = AuthorizationLevel.Anonymous,
        ["SiteReadAssignments"] = AuthorizationLevel.Anonymous,
        ["SiteReadAssignment"] = AuthorizationLevel.Anonymous,
        ["SiteRecordEvents"] = AuthorizationLevel.Anonymous,
        ["SiteWelcomeVisitor"] = AuthorizationLevel.Anonymous,
        ["SiteLogVisitorIn"] = AuthorizationLevel.Anonymous,
        ["ReadInbox"] = AuthorizationLevel.Function,
        ["ReadInboxMessage"] = AuthorizationLevel.Function,
        ["DismissInboxMessage"] = AuthorizationLevel.Function,
        ["ReadAllInboxMessages"] = AuthorizationLevel.Function,
        ["SiteReadInbox"] = AuthorizationLevel.Anonymous,
        ["SiteReadInboxMessage"] = AuthorizationLevel.Anonymous,
        ["SiteDismissInboxMessage"] = AuthorizationLevel.Anonymous,
        ["SiteReadAllInboxMessages"] = AuthorizationLevel.Anonymous,
        ["GetOpenApi"] = AuthorizationLevel.Anonymous,
        ["ListTemplates"] = AuthorizationLevel.Admin,
        ["AddTemplate"] = AuthorizationLevel.Admin,
        ["GetTemplate"] = AuthorizationLevel.Admin,
        ["ReplaceTemplate"] = AuthorizationLevel.Admin,
        ["RemoveTemplate"] = AuthorizationLevel.Admin,
        ["ListTemplateVersions"] = AuthorizationLevel.Admin,
        ["GetTemplateVersion"] = AuthorizationLevel.Admin,
        ["CompareTemplateVersions"] = AuthorizationLevel.Admin,
        ["RollBackTemplate"] = AuthorizationLevel.Admin,
        ["PreviewTemplate"] = AuthorizationLevel.Admin,
        ["PreviewStoredTemplate"] = AuthorizationLevel.Admin,
        ["ListSuppressions"] = AuthorizationLevel.Admin,
        ["AddSuppression"] = AuthorizationLevel.Admin,
        ["ImportSuppressions"] = AuthorizationLevel.Admin,
        ["RemoveSuppression"] = AuthorizationLevel.Admin,
        ["FollowMessageLink"] = AuthorizationLevel.Anonymous,
        ["ShowMessagePicture"] = AuthorizationLevel.Anonymous,
        ["ShowUnsubscribePage"] = AuthorizationLevel.Anonymous,
        ["Unsubscribe"] = AuthorizationLevel.Anonymous,
        ["ShowPreferencePage"] = AuthorizationLevel.Anonymous,
        ["SavePreferencePage"] = AuthorizationLevel.Anonymous,
        ["SiteReadPreferences"] = AuthorizationLevel.Anonymous,
        ["SiteSavePreferences"] = AuthorizationLevel.Anonymous,
        ["ReceiveDeliveryEvents"] = AuthorizationLevel.Anonymous,
        ["ReadPreferences"] = AuthorizationLevel.Function,
        ["SavePreferences"] = AuthorizationLevel.Function,
        ["ListCampaigns"] = AuthorizationLevel.Admin,
        ["AddCampaign"] = AuthorizationLevel.Admin,
        ["GetCampaign"] = AuthorizationLevel.Admin,
        ["ReplaceCampaign"] = AuthorizationLevel.Admin,
        ["RemoveCampaign"] = AuthorizationLevel.Admin,
        ["ListCampaignVersions"] = AuthorizationLevel.Admin,
        ["GetCampaignVersion"] = AuthorizationLevel.Admin,
        ["CompareCampaignVersions"] = AuthorizationLevel.Admin,
        ["RollBackCampaign"] = AuthorizationLevel.Admin,
        ["PreviewCampaignDraft"] = AuthorizationLevel.Admin,
        ["PreviewCampaign"] = AuthorizationLevel.Admin,
        ["SendCampaign"] = AuthorizationLevel.Admin,
        ["PauseCampaign"] = AuthorizationLevel.Admin,
        ["ResumeCampaign"] = AuthorizationLevel.Admin,
        ["CancelCampaign"] = AuthorizationLevel.Admin,
        ["ListCampaignRuns"] = AuthorizationLevel.Admin,
        ["ReportCampaign"] = AuthorizationLevel.Admin,
        ["ListDeliveries"] = AuthorizationLevel.Admin,
    };

    [Fact]
    public void Functions_All_ArePublicMethodsOfPublicClassesWithUniqueNames()
    {
        Assert.All(Functions, function => Assert.True(function.Method is { IsPublic: true, DeclaringType.IsPublic: true }, function.Name));
        Assert.Equal(Functions.Count, Functions.Select(function => function.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void HttpFunctions_Levels_AreThoseOfTheList()
    {
        var levels = Triggers<HttpTriggerAttribute>().Where(trigger => !IsOfDashboard(trigger.Trigger)).ToDictionary(trigger => trigger.Name, trigger => trigger.Trigger.AuthLevel);

        Assert.Equal(Levels.OrderBy(level => level.Key), levels.OrderBy(level => level.Key));
    }

    /// <summary>Browsers have no key of the host: a session lets them in.</summary>
    [Fact]
    public void DashboardFunctions_All_AreNamedAndOpenToTheHost() => Assert.All(Triggers<HttpTriggerAttribute>().Where(trigger => IsOfDashboard(trigger.Trigger)), trigger =>
    {
        Assert.StartsWith("Dashboard", trigger.Name, StringComparison.Ordinal);
        Assert.Equal(AuthorizationLevel.Anonymous, trigger.Trigger.AuthLevel);
    });

    [Fact]
    public void TimerFunctions_Schedules_HaveSixFieldsAndAMinuteBetweenRuns()
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.All(Triggers<TimerTriggerAttribute>(), timer =>
        {
            var schedule = CrontabSchedule.Parse(timer.Trigger.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
            var first = schedule.GetNextOccurrence(start);
            Assert.True(schedule.GetNextOccurrence(first) - first >= TimeSpan.FromMinutes(1), timer.Name);
            Assert.False(timer.Trigger.RunOnStartup, timer.Name);
        });
    }

    private static bool IsOfDashboard(HttpTriggerAttribute trigger) => trigger.Route is "dashboard" || trigger.Route!.StartsWith("dashboard/", StringComparison.Ordinal);

    private static IEnumerable<(string Name, TTrigger Trigger)> Triggers<TTrigger>()
        where TTrigger : Attribute =>
        from function in Functions
        from parameter in function.Method.GetParameters()
        let trigger = parameter.GetCustomAttribute<TTrigger>()
        where trigger is not null
        select (function.Name, trigger);
}
