using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Timers;

/// <summary>One run of a timer function, by the clock's time of day.</summary>
public sealed record Run(string At, bool IsPastDue, ScheduleStatus? Status);
