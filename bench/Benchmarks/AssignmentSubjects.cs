using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Bench;

/// <summary>Ten experiments that run, half and half, on everybody.</summary>
internal static class AssignmentSubjects
{
    private const int Count = 10;

    public static DateTimeOffset Now { get; } = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    public static AttributeMap Attributes { get; } = new([KeyValuePair.Create("country", (AttributeValue)"DE")]);

    public static IReadOnlyList<CompiledExperiment> Experiments { get; } =
    [
        .. Enumerable.Range(0, Count).Select(number => new CompiledExperiment(new Experiment(
            number + 1, KeyOf(number), KeyOf(number), null, ExperimentStatus.Running,
            [new Variant("control", null, 0.5), new Variant("treatment", null, 0.5)], 1, KeyOf(number), 2, null, null, null))),
    ];

    public static string KeyOf(int number) => $"experiment-{number}";
}
