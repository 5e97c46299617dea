using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Functions.Admin.Experiments;
using PersonalizationEngine.Functions.Admin.Experiments.Results;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Lists;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Definitions;

/// <summary>An experiment with its results.</summary>
internal sealed class ExperimentType : ObjectGraphType<ExperimentAnswer>
{
    private const double WorkOfResults = 100;

    public ExperimentType(AnswerFields fields, ReportResults report)
    {
        Name = "Experiment";
        Description = "An A/B experiment.";
        fields.AddTo(this);
        Field<AnswerType<ResultsAnswer>>("results").Description("What it has shown so far.")
            .Argument<ResultMethodEnum>("method", "What the verdicts go by. Default SEQUENTIAL.")
            .Argument<FloatGraphType>("alpha", "How often a verdict may say what is not so, 0.0001 to 0.2. Default 0.05.")
            .Argument<IntGraphType>("tightestAt", "People at whom the sequential interval is tightest, 100 to 10000000. Default 5000.")
            .Argument<IntGraphType>("covariateDays", "Days before the exposure that reduce noise, 0 to 90. Default 14.")
            .WithComplexityImpact(WorkOfResults, 1)
            .ResolveAsync(async context =>
                await report.RunAsync(context.Source.Id, Question(context), context.CancellationToken) is { } results ? ResultsAnswer.Of(results) : null);
    }

    private static ResultQuestion Question(IResolveFieldContext context)
    {
        var alpha = context.GetArgument<double?>("alpha") ?? ResultQuestion.DefaultAlpha;
        if (alpha is not (>= 0.0001 and <= 0.2)) throw GraphFault.BadInput("alpha", "must be a number from 0.0001 to 0.2");
        return new ResultQuestion(
            context.GetArgument<string?>("method") == "fixed" ? ResultMethod.Fixed : ResultMethod.Sequential,
            alpha,
            PageArguments.Integer(context, "tightestAt", (int)SequentialTest.DefaultTightestAt, 100, 10_000_000),
            TimeSpan.FromDays(PageArguments.Integer(context, "covariateDays", ResultQuestion.DefaultBefore.Days, 0, 90)),
            null);
    }
}
