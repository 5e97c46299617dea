using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Admin.Rules;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

/// <summary>Adding, replacing and removing content rules, at the desk of the REST endpoints.</summary>
internal sealed class RuleMutations(RuleDesk desk)
{
    private const string Argument = "rule";

    public void AddTo(ObjectGraphType mutation)
    {
        mutation.Field<AnswerType<RuleAnswer>>("addRule").Description("Adds a rule.").Needs(KeyLevel.Admin)
            .Argument<NonNullGraphType<RuleInput>>(Argument)
            .ResolveAsync(context => ChangeOutcome.OfAsync(
                context, by => desk.AddAsync(Sent(context), by, context.CancellationToken), RuleAnswer.Of, Argument));
        mutation.Field<AnswerType<RuleAnswer>>("replaceRule").Description("Replaces a rule.").Needs(KeyLevel.Admin)
            .Argument<NonNullGraphType<IdGraphType>>("id")
            .Argument<IntGraphType>("ifVersion", Versions.Description)
            .Argument<NonNullGraphType<RuleInput>>(Argument)
            .ResolveAsync(context => ChangeOutcome.OfAsync(
                context,
                by => desk.ReplaceAsync(GraphIds.Number(context), Versions.Of(context), Sent(context), by, context.CancellationToken),
                RuleAnswer.Of,
                Argument));
        mutation.Field<IdGraphType>("removeRule").Description("Removes a rule and answers with its id.").Needs(KeyLevel.Admin)
            .Argument<NonNullGraphType<IdGraphType>>("id")
            .Argument<IntGraphType>("ifVersion", Versions.Description)
            .Argument<StringGraphType>("reason", $"Why, for the history; at most {SentDocument.LongestReason} characters.")
            .ResolveAsync(context => ChangeOutcome.OfAsync(
                context,
                by => desk.RemoveAsync(GraphIds.Number(context), Versions.Of(context), by, Reason(context), context.CancellationToken),
                RuleAnswer.Of,
                "id"));
    }

    private static JsonElement Sent(IResolveFieldContext context) => JsonElement.Parse(context.GetArgument<JsonObject>(Argument).ToJsonString());

    private static string? Reason(IResolveFieldContext context) => context.GetArgument<string?>("reason") switch
    {
        { Length: 0 or > SentDocument.LongestReason } => throw GraphFault.BadInput("reason", $"must be 1 to {SentDocument.LongestReason} characters"),
        var reason => reason,
    };
}
