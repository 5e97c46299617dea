namespace PersonalizationEngine.Dashboard.Campaigns.Editing;

/// <summary>When a campaign goes out, as somebody types it; times are local.</summary>
/// <param name="By">One of the constants here: whose clock it is, if any.</param>
public sealed record ScheduleForm(string By, string At, string Zone, string Repeat, string Until)
{
    public const string Hand = "hand", Clock = "clock", Recipient = "recipient";

    public static ScheduleForm New { get; } = new(Hand, "", "", "none", "");
}
