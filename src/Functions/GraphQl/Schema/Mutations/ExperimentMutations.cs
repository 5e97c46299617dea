using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Admin.Experiments;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Schema.Definitions;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

/// <summary>Adding and replacing experiments, at the desk of the REST endpoints. None is removed: what people were shown must stay explainable.</summary>
internal sealed class ExperimentMutations(ExperimentDesk desk)
{
    private const string Argument = "experiment";

    public void AddTo(ObjectGraphType mutation)
    {
        mutation.Field<ExperimentType>("addExperiment").Description("Adds an experiment.").Needs(KeyLevel.Admin)
            .Argument<NonNullGraphType<ExperimentInput>>(Argument)
            .ResolveAsync(context => ChangeOutcome.OfAsync(
                context, by => desk.AddAsync(Sent(context), by, context.CancellationToken), ExperimentAnswer.Of, Argument));
        mutation.Field<ExperimentType>("replaceExperiment").Description("Replaces an experiment, or moves it along its lifecycle.").Needs(KeyLevel.Admin)
            .Argument<NonNullGraphType<IdGraphType>>("id")
            .Argument<IntGraphType>("ifVersion", Versions.Description)
            .Argument<NonNullGraphType<ExperimentInput>>(Argument)
            .ResolveAsync(context => ChangeOutcome.OfAsync(
                context,
                by => desk.ReplaceAsync(GraphIds.Number(context), Versions.Of(context), Sent(context), by, context.CancellationToken),
                ExperimentAnswer.Of,
                Argument));
    }

    private static JsonElement Sent(IResolveFieldContext context) => JsonElement.Parse(context.GetArgument<JsonObject>(Argument).ToJsonString());
}
