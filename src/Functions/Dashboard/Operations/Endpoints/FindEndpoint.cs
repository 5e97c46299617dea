using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Functions.Dashboard.Operations.Endpoints;

/// <summary>Finds the endpoint a form is about, or says that it is gone.</summary>
public sealed class FindEndpoint(ICustomerEndpoints endpoints)
{
    /// <param name="change">Gives null where it was removed under its hands.</param>
    public async Task<DashboardAnswer> AnswerAsync(Visit visit, long id, Func<CustomerEndpoint, Task<DashboardAnswer?>> change) =>
        await endpoints.FindAsync(id, visit.Cancelled) is { } present && await change(present) is { } answer
            ? answer
            : visit.Show<FailurePage>(404, (nameof(FailurePage.Title), "No such endpoint"), (nameof(FailurePage.Text), "It was removed meanwhile. Nothing was done."));
}
