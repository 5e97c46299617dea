using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Lists;
using PersonalizationEngine.Functions.GraphQl.Schema.People;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Queries;

/// <summary>What can be asked about somebody.</summary>
internal sealed class PersonQueries(PersonalizeVisitor personalize, ItemCatalogue catalogue)
{
    private const int DefaultLimit = 10, MaxNames = 100;
    private const double WorkOfDecision = 10;

    public void AddTo(ObjectGraphType query)
    {
        query.Field<NonNullGraphType<PersonType>>("person").Description("Somebody by any of their ids.")
            .Argument<NonNullGraphType<IdGraphType>>("userId")
            .Resolve(context =>
            {
                var id = GraphIds.Person(context);
                return GraphContext.Of(context.UserContext).Loaders.People.Load(id, found => new PersonSource(id, found));
            });
        query.Field<AnswerType<PersonalizeAnswer>>("personalize").Description("What this person should see now, and why. Who is served counts in experiments.")
            .Argument<NonNullGraphType<IdGraphType>>("userId")
            .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("slots", "Only these; all when left out.")
            .Argument<IntGraphType>("limit", $"Recommendations, 0 to {PersonLoader.MaxCandidates}. Default {DefaultLimit}.")
            .Argument<JsonType>("context", "What the frontend knows of the moment: an object of texts, numbers and booleans.")
            .Argument<BooleanGraphType>("explain", "Whether every rule is explained.")
            .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("experiments", "Only these; all when left out.")
            .CostsEach("limit", DefaultLimit, WorkOfDecision)
            .ResolveAsync(async context => PersonalizeAnswer.Of(await personalize.RunAsync(Question(context), context.CancellationToken), catalogue));
    }

    private static VisitorQuestion Question(IResolveFieldContext context) => new(
        GraphIds.Person(context),
        Names(context, "slots"),
        PageArguments.Integer(context, "limit", DefaultLimit, 0, PersonLoader.MaxCandidates),
        context.GetArgument<object?>("context") is { } given ? ContextArgument.Read(JsonType.ElementOf(given)) : AttributeMap.Empty,
        context.GetArgument<bool?>("explain") ?? false)
    {
        Experiments = Names(context, "experiments"),
    };

    private static List<string>? Names(IResolveFieldContext context, string argument)
    {
        var names = context.GetArgument<List<string>?>(argument);
        return names is null || (names.Count <= MaxNames && names.TrueForAll(name => name.Length is > 0 and <= 64))
            ? names
            : throw Errors.GraphFault.BadInput(argument, $"must be at most {MaxNames} names of 1 to 64 characters");
    }
}
