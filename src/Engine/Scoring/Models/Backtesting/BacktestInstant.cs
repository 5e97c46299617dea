namespace PersonalizationEngine.Engine.Scoring.Models.Backtesting;

/// <param name="People">Who had been seen by then.</param>
/// <param name="Moved">How many of them the draft puts into another segment.</param>
public sealed record BacktestInstant(DateTimeOffset At, int People, int Moved);
