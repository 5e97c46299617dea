namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function learns about its run.</summary>
public class TimerInfo
{
    /// <summary>Null where nothing is kept: <c>UseMonitor = false</c>, and schedules under a minute.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether the run makes up for one that was missed while the host was down.</summary>
    public bool IsPastDue { get; set; }
}
