namespace PersonalizationEngine.Core.Recommendations;

/// <summary>
/// How chance chose the item of an exploration place, with what has to be known to tell later whether another way of choosing
/// would have taken it.
/// </summary>
/// <param name="Propensity">The probability with which the item was chosen, above 0 to 1, given the places before.</param>
/// <param name="Eligible">How many items it could have been, itself included, 1 to 20.</param>
/// <param name="Newer">How many of them were published later (ties by id).</param>
/// <param name="MoreClicked">How many of them had more clicks as recommendations then.</param>
/// <param name="EquallyClicked">How many of them had as many clicks, itself included.</param>
public readonly record struct ExplorationChoice(double Propensity, int Eligible, int Newer, int MoreClicked, int EquallyClicked);
