namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>Alerts about running experiments whose variants were served to other shares of people than they should have been.</summary>
internal static class TrialAlerts
{
    public static IEnumerable<Alert> In(AlertFacts facts) => facts.Trials
        .Where(trial => trial.IsOff || facts.Standing?.Mismatches.Contains(trial.Key) == true)
        .Select(trial => new Alert(
            $"srm:{trial.Key}", AlertSeverity.Warning, $"Experiment {trial.Name} cannot be trusted",
            "Its variants have numbers of people that cannot be chance (sample ratio mismatch): something keeps people of one from being counted, or counts others.",
            "sizes that cannot be chance", "sizes by its weights", AlertPlace.Experiment, "srm", null)
        {
            ExperimentId = trial.Id,
        });
}
