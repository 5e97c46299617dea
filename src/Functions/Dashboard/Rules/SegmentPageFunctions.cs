using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Dashboard.Rules.Segments;
using PersonalizationEngine.Dashboard.Versions;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Rules;

public sealed class SegmentPageFunctions(DashboardGate gate, EditSegment editing, RollBack<Segment> back)
{
    private const string Route = "dashboard/segments", RouteOfOne = Route + "/{id:long}";

    /// <summary>Segments with how many people are in them, and saved groups.</summary>
    [Function("DashboardSegments")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        gate.ShowAsync<SegmentsPage>(request);

    /// <summary>The editor of a segment, empty.</summary>
    [Function("DashboardNewSegment")]
    public Task<IResult> BeginAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/new")] HttpRequest request) =>
        gate.ShowAsync<SegmentEditorPage>(request);

    /// <summary>The editor with a segment.</summary>
    [Function("DashboardEditSegment")]
    public Task<IResult> EditAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne)] HttpRequest request, string id) =>
        gate.ShowAsync<SegmentEditorPage>(request, (nameof(SegmentEditorPage.Id), IdOf(id)));

    /// <summary>Every button of the editor of a new segment.</summary>
    [Function("DashboardTakeNewSegment")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/new")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, null));

    /// <summary>Every button of the editor of a segment that is there.</summary>
    [Function("DashboardTakeSegment")]
    public Task<IResult> ChangeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne)] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, IdOf(id)));

    /// <summary>What differs between two versions of a segment.</summary>
    [Function("DashboardSegmentDiff")]
    public Task<IResult> CompareAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id) =>
        gate.ShowAsync<SegmentDiffPage>(request, (nameof(SegmentDiffPage.Id), IdOf(id)));

    /// <summary>Makes a segment what it was at an earlier version.</summary>
    [Function("DashboardRollBackSegment")]
    public Task<IResult> RollBackAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/rollback")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => back.RunAsync<SegmentEditorPage>(visit, form, IdOf(id), $"/{Route}/{id}", "segment"));

    /// <summary>Removes a segment that nothing names.</summary>
    [Function("DashboardRemoveSegment")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/remove")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.RemoveAsync(visit, form, IdOf(id)));
}
