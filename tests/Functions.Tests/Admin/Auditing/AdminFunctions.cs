namespace PersonalizationEngine.Functions.Tests.Admin.Auditing;

/// <summary>
/// Every function of administrators that is not just read: those that change something, which the audit must tell of, and those
/// that work something out. A test of the architecture holds it against the code, another makes one change by each of the first.
/// </summary>
internal static class AdminFunctions
{
    public static readonly IReadOnlyList<string> ThatChangeSomething =
    [
        "AddRule", "ReplaceRule", "RemoveRule", "RollBackRule", "SaveRuleDraft", "DropRuleDraft", "ReviewRuleDraft", "PublishRuleDraft",
        "AddExperiment", "ReplaceExperiment", "AddSavedGroup", "ReplaceSavedGroup", "RemoveSavedGroup", "AddSegmentDefinition",
        "ReplaceSegmentDefinition", "RemoveSegmentDefinition", "ReplayRefusedEvents", "TrainRecommender",
        "AddScoringModel", "ReplaceScoringModel", "RemoveScoringModel", "RollBackScoringModel", "SaveScoringModelDraft", "DropScoringModelDraft",
        "ReviewScoringModelDraft", "PublishScoringModelDraft", "UndoMerge", "ErasePerson", "RestorePermission",
        "AddWebhookEndpoint", "ReplaceWebhookEndpoint", "RotateWebhookSecret", "ReplayWebhookMessages", "RemoveWebhookEndpoint", "ReplayDeadLetter",
        "ReplayDeadLetters",
        "AddTemplate", "ReplaceTemplate", "RemoveTemplate", "RollBackTemplate", "AddSuppression", "ImportSuppressions", "RemoveSuppression",
        "AddCampaign", "ReplaceCampaign", "RemoveCampaign", "RollBackCampaign", "SendCampaign", "PauseCampaign", "ResumeCampaign", "CancelCampaign",
    ];

    public static readonly IReadOnlyList<string> ThatChangeNothing =
    [
        "PreviewRule", "TryRuleDrafts", "PreviewSegment", "PlanExperiment", "RehearseExperiment", "EvaluateRecommender", "BacktestScoringModel", "CalibrateScoring",
        "TestWebhookEndpoint", "PreviewTemplate", "PreviewStoredTemplate", "PreviewCampaignDraft",
    ];
}
