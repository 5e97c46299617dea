using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Operations.Auditing;
using PersonalizationEngine.Dashboard.Operations.Settings;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>What was done, and with what settings.</summary>
public sealed class RecordPages(DashboardGate gate)
{
    /// <summary>Who changed what.</summary>
    [Function("DashboardAudit")]
    public Task<IResult> AuditAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/operations/audit")] HttpRequest request) =>
        gate.ShowAsync<AuditPage>(request);

    /// <summary>The configuration as loaded.</summary>
    [Function("DashboardSettings")]
    public Task<IResult> SettingsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/operations/settings")] HttpRequest request) =>
        gate.ShowAsync<SettingsPage>(request);
}
