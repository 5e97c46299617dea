namespace PersonalizationEngine.Dashboard.Campaigns.Editing;

/// <summary>Where in the form a fault of the document belongs, and what that place is called.</summary>
internal static class CampaignFaults
{
    private static readonly (string Document, string Form, string Called)[] Places =
    [
        ("schedule.at", "at", "First time"), ("schedule.timezone", "clock", "Whose clock"), ("schedule.until", "until", "Last time"), ("schedule.repeat", "repeat", "How often"),
        ("schedule", "by", "When it goes out"), ("channels", CampaignFields.Channel(0), "Channels"), ("time_to_live_hours", "hours", "Stale after"),
        ("quiet_hours", "quiet", "In quiet hours"), ("timezone", "zone", "Time zone"), ("data", "data", "Data"), ("caps", "caps", "Beyond the limit"),
        ("holdout", "holdout", "Held out"), ("priority", "priority", "Priority"), ("template", "template", "Template"), ("name", "name", "Name"),
        ("topic", "topic", "Topic"), ("description", "description", "Description"),
    ];

    /// <param name="field">Not of the audience, whose faults its own writer places.</param>
    public static string FieldOf(string field) => Array.Find(Places, place => field.StartsWith(place.Document, StringComparison.Ordinal)).Form ?? field;

    public static string Called(string field) =>
        field.StartsWith(CampaignFields.Audience, StringComparison.Ordinal) ? "Who gets it" : Array.Find(Places, place => place.Form == field).Called ?? field;
}
