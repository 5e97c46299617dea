namespace PersonalizationEngine.Core.Experiments;

/// <summary>draft → running ⇄ paused, and from any but draft to completed, which is final.</summary>
public static class ExperimentLifecycle
{
    private static readonly string[] Names = ["draft", "running", "paused", "completed"];

    public static IReadOnlyList<string> All => Names;

    public static string Name(this ExperimentStatus status) => Names[(int)status];

    public static ExperimentStatus Parse(string name) => (ExperimentStatus)Array.IndexOf(Names, name);

    /// <summary>The states that may follow, the present one not among them.</summary>
    public static IReadOnlyList<ExperimentStatus> Next(this ExperimentStatus status) => status switch
    {
        ExperimentStatus.Draft => [ExperimentStatus.Running],
        ExperimentStatus.Running => [ExperimentStatus.Paused, ExperimentStatus.Completed],
        ExperimentStatus.Paused => [ExperimentStatus.Running, ExperimentStatus.Completed],
        _ => [],
    };
}
