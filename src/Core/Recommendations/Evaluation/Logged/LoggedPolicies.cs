namespace PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

/// <summary>
/// Other ways of choosing the item of an exploration place: the probability with which each would have chosen what chance chose, out
/// of the same items.
/// </summary>
public static class LoggedPolicies
{
    public static IReadOnlyList<(string Name, Func<ExplorationChoice, double> TargetOf)> All { get; } =
    [
        ("uniform", choice => 1.0 / choice.Eligible),
        ("newest_first", choice => choice.Newer == 0 ? 1 : 0),
        ("most_clicked", choice => choice.MoreClicked == 0 ? 1.0 / choice.EquallyClicked : 0),
    ];
}
