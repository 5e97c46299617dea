using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Rules;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Rules;

public sealed class RulePageFunctions(DashboardGate gate)
{
    /// <summary>Content rules in the order they are asked.</summary>
    [Function("DashboardRules")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/rules")] HttpRequest request) =>
        gate.ShowAsync<RulesPage>(request);

    /// <summary>One rule: what it says, what it is worth, its draft and its versions.</summary>
    [Function("DashboardRule")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/rules/{id:long}")] HttpRequest request, string id) =>
        gate.ShowAsync<RulePage>(request, (nameof(RulePage.Id), IdOf(id)));

    /// <summary>What differs between two versions of a rule.</summary>
    [Function("DashboardRuleDiff")]
    public Task<IResult> CompareAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/rules/{id:long}/diff")] HttpRequest request, string id) =>
        gate.ShowAsync<RuleDiffPage>(request, (nameof(RuleDiffPage.Id), IdOf(id)));

    /// <summary>The editor, empty.</summary>
    [Function("DashboardNewRule")]
    public Task<IResult> BeginAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/rules/new")] HttpRequest request) =>
        gate.ShowAsync<RuleEditorPage>(request);

    /// <summary>The editor with a rule, or with its draft.</summary>
    [Function("DashboardEditRule")]
    public Task<IResult> EditAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/rules/{id:long}/edit")] HttpRequest request, string id) =>
        gate.ShowAsync<RuleEditorPage>(request, (nameof(RuleEditorPage.Id), IdOf(id)));
}
