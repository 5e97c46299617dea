namespace PersonalizationEngine.Functions.Admin.Scoring.Models.Backtesting;

/// <param name="Moved">How many of the people the draft puts into another segment.</param>
internal sealed record BacktestInstantAnswer(DateTimeOffset At, int People, int Moved);
