namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>What came of asking for something to be done with a campaign's run.</summary>
public abstract record RunChange
{
    private RunChange()
    {
    }

    public sealed record Done(CampaignRun Run) : RunChange;

    public sealed record NotFound : RunChange;

    /// <param name="Reason">In words.</param>
    public sealed record Refused(string Reason) : RunChange;
}
