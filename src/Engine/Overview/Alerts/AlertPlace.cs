namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>Where somebody finds out more about an alert.</summary>
public enum AlertPlace
{
    Overview,
    Operations,
    Deliveries,
    Experiment,
}
