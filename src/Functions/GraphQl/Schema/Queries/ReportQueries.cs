using System.Globalization;
using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Admin.Auditing;
using PersonalizationEngine.Functions.Admin.Metrics;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Lists;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Queries;

/// <summary>What came of it all.</summary>
internal sealed class ReportQueries(ReportClickThrough report, CompareWithPopular comparison, IAudit audit, GraphQlLimits limits)
{
    private const int DefaultHours = 30 * 24, MaxHours = 400 * 24;
    private const double WorkOfMetrics = 50;

    public void AddTo(ObjectGraphType query)
    {
        query.Field<AnswerType<MetricsAnswer>>("metrics").Description("Click-through by slot, source and variant, and personal lists beside the popular one.")
            .Needs(KeyLevel.Admin).Argument<IntGraphType>("hours", $"How far back, 1 to {MaxHours}. Default {DefaultHours}.")
            .WithComplexityImpact(WorkOfMetrics, 1)
            .ResolveAsync(async context =>
            {
                var window = TimeSpan.FromHours(PageArguments.Integer(context, "hours", DefaultHours, 1, MaxHours));
                return MetricsAnswer.Of(
                    await report.RunAsync(window, context.CancellationToken), await comparison.RunAsync(window, context.CancellationToken));
            });
        query.Field<ConnectionType<AuditAnswer, AnswerType<AuditAnswer>>>("audit").Description("Every change by an administrator, the latest first.")
            .Needs(KeyLevel.Admin).Connection(limits)
            .Argument<StringGraphType>("kind", "As rule, experiment or person; every kind when left out.")
            .Argument<StringGraphType>("by", "The name of the key; every one when left out.")
            .Argument<IdGraphType>("id", "Of one definition or other subject; every one when left out.")
            .ResolveAsync(ListAuditAsync);
    }

    private async Task<object?> ListAuditAsync(IResolveFieldContext<object?> context)
    {
        var (first, after) = (PageArguments.First(context, limits), PageArguments.AfterNumber(context));
        var kind = context.GetArgument<string?>("kind");
        var asked = new AuditQuestion(
            kind is null ? null : DefinitionKinds.Of(kind), context.GetArgument<string?>("id"), context.GetArgument<string?>("by"));
        var found = await audit.ListAsync(asked, after > 0 ? after : long.MaxValue, first + 1, context.CancellationToken);
        return ConnectionSource<AuditAnswer>.Of(
            found, first, after > 0, one => GraphCursor.Of(one.Id.ToString(CultureInfo.InvariantCulture)), AuditAnswer.Of);
    }
}
