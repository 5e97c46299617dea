using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>On the <see cref="TimerInfo"/> parameter of a function that runs on a schedule.</summary>
/// <param name="schedule">
/// NCrontab with six fields, the first being seconds, or five; or a <see cref="TimeSpan"/> between runs; or
/// <c>%Setting%</c>, which stands for that setting's value. Read in UTC. One that cannot be read disables the function.
/// </param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;

    /// <summary>
    /// Keeps the last run across restarts, so that one missed while the host was down is made up for. True by default;
    /// ignored for schedules under a minute.
    /// </summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Runs once when the host starts. False by default; on Azure it also runs at every scale-out.</summary>
    public bool RunOnStartup { get; set; }
}
