namespace PersonalizationEngine.Dashboard.Frame;

/// <summary>The main parts, in the order of the navigation.</summary>
public enum DashboardSection
{
    Overview,
    Leads,
    Rules,
    Experiments,
    Recommendations,
    Campaigns,
    Operations,
}
