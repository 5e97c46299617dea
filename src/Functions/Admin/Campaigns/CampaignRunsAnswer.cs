namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <param name="Runs">The newest first.</param>
internal sealed record CampaignRunsAnswer(IReadOnlyList<CampaignRunAnswer> Runs);
