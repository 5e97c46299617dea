namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>Factors under the names they have in configuration, receipts and conditions.</summary>
public static class FactorNames
{
    private static readonly string[] Names =
    [
        "page_views_last_7d", "time_on_site_avg", "form_submissions", "pricing_page_visits",
        "demo_request", "email_opens", "email_clicks", "return_visits",
    ];

    public static IReadOnlyList<Factor> All { get; } = Enum.GetValues<Factor>();

    public static string Name(this Factor factor) => Names[(int)factor];
}
