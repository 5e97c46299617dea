namespace EmbeddedHost.Timers;

/// <summary>What is kept of a timer across restarts. All instants are UTC.</summary>
/// <param name="Last">When the last run began; <see cref="DateTime.MinValue"/> if there was none.</param>
/// <param name="Next">The occurrence after that run.</param>
/// <param name="LastUpdated">When this was written.</param>
internal sealed record TimerStatus(DateTime Last, DateTime Next, DateTime LastUpdated);
