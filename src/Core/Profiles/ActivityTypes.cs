namespace PersonalizationEngine.Core.Profiles;

/// <summary>The activity types that scoring knows by name; any other type only counts into sessions.</summary>
public static class ActivityTypes
{
    public const string PageView = "pageview";
    public const string CustomEvent = "custom_event";
    public const string FormSubmit = "form_submit";
    public const string Identify = "identify";
    public const string LeadSubmitted = "lead.submitted";
    public const string EmailOpened = "email.opened";
    public const string EmailClicked = "email.clicked";
}
