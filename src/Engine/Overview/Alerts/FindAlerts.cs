namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>
/// What is wrong, by the same conditions as the alerts of the installation on Azure (<c>infra/alerts</c>), as far as the engine
/// sees them itself, and by what it asks of its dependencies.
/// </summary>
public static class FindAlerts
{
    /// <returns>The most severe first.</returns>
    public static IReadOnlyList<Alert> In(AlertFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. DecisionAlerts.In(facts).Concat(WorkAlerts.In(facts)).Concat(SystemAlerts.In(facts)).Concat(TrialAlerts.In(facts))
                .OrderBy(alert => alert.Severity).ThenBy(alert => alert.Key, StringComparer.Ordinal),
        ];
    }
}
