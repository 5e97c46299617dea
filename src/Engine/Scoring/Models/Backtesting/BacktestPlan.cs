using PersonalizationEngine.Core.Scoring.Models;

namespace PersonalizationEngine.Engine.Scoring.Models.Backtesting;

/// <param name="Live">What there is; null compares with the score of the settings.</param>
/// <param name="Weeks">Instants looked at, a week apart, the last one a week ago: 1 to 52.</param>
/// <param name="People">Most people tried: 1 to 20,000.</param>
/// <param name="Within">A conversion counts when it came so soon after the instant: 1 to 90 days.</param>
public sealed record BacktestPlan(LeadModel Draft, LeadModel? Live, int Weeks, int People, TimeSpan Within);
