using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Core.Rules.Conditions.Behaviour;

/// <summary>Signals by the names they have in conditions.</summary>
internal static class SignalNames
{
    private static readonly (string Name, Signal Signal)[] Named =
        [("form_submission", Signal.FormSubmission), ("pricing_visit", Signal.PricingVisit), ("demo_request", Signal.DemoRequest)];

    public static IReadOnlyList<string> All { get; } = [.. Named.Select(named => named.Name)];

    public static string Name(Signal signal) => Named.First(named => named.Signal == signal).Name;

    public static Signal Of(string? name) => Named.FirstOrDefault(named => named.Name == name).Signal;
}
