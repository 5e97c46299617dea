namespace PersonalizationEngine.Engine.Experiments.Facts;

/// <summary>What one person did on one day, as a metric counts it.</summary>
/// <param name="Day">Days since 1970, in UTC.</param>
/// <param name="IsBefore">It was before they were first exposed; such days are told as one.</param>
/// <param name="Value">Goals reached, money, clicks or events.</param>
/// <param name="Trials">Impressions, where clicks are counted; elsewhere 0.</param>
public readonly record struct PersonAmount(string PersonId, int Day, bool IsBefore, double Value, double Trials);
