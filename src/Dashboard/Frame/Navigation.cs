namespace PersonalizationEngine.Dashboard.Frame;

/// <summary>Where the pages are.</summary>
public static class Navigation
{
    public static IReadOnlyList<(DashboardSection Section, string Address, string Label)> Sections { get; } =
    [
        (DashboardSection.Overview, "/dashboard", "Overview"),
        (DashboardSection.Leads, "/dashboard/leads", "Leads"),
        (DashboardSection.Rules, "/dashboard/rules", "Rules"),
        (DashboardSection.Experiments, "/dashboard/experiments", "Experiments"),
        (DashboardSection.Recommendations, "/dashboard/recommendations", "Recommendations"),
        (DashboardSection.Campaigns, "/dashboard/campaigns", "Campaigns"),
        (DashboardSection.Operations, "/dashboard/operations", "Operations"),
    ];

    /// <summary>The pages of a part that has several.</summary>
    public static IReadOnlyList<(string Address, string Label)> PagesOf(DashboardSection section) => section switch
    {
        DashboardSection.Rules => [("/dashboard/rules", "Rules"), ("/dashboard/segments", "Segments")],
        DashboardSection.Recommendations =>
        [
            ("/dashboard/recommendations", "Models and clicks"), ("/dashboard/items", "Items"), ("/dashboard/recommendations/explorer", "Recommend for …"),
        ],
        DashboardSection.Campaigns =>
        [
            ("/dashboard/campaigns", "Campaigns"), ("/dashboard/templates", "Templates"), ("/dashboard/deliveries", "Deliveries"),
            ("/dashboard/dead-letters", "Dead letters"), ("/dashboard/suppressions", "Suppressions"),
        ],
        DashboardSection.Operations =>
        [
            ("/dashboard/operations", "Sources"), ("/dashboard/operations/timers", "Timers"), ("/dashboard/operations/orchestrations", "Orchestrations"),
            ("/dashboard/operations/endpoints", "Webhooks"), ("/dashboard/operations/keys", "Keys"), ("/dashboard/operations/audit", "Audit"), ("/dashboard/operations/settings", "Settings"),
        ],
        _ => [],
    };
}
