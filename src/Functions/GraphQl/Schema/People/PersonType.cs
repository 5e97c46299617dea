using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Experiments;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Lists;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;
using PersonalizationEngine.Functions.Personalization;
using PersonalizationEngine.Functions.Scoring;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

internal sealed class PersonType : ObjectGraphType<PersonSource>
{
    private const int UsualHistory = 10;

    private const double ReadingOfSnapshot = 10;

    public PersonType(PersonScores scores, AskRecommendations recommendations, ReadAssignment assignments, GraphQlLimits limits)
    {
        Name = "Person";
        Description = "Somebody, known by any of their ids. An id never seen is a stranger with nothing but defaults.";

        Field<NonNullGraphType<IdGraphType>>("userId").Description("The id that was asked with.").Resolve(context => context.Source.UserId);
        Field<NonNullGraphType<IdGraphType>>("personId").Description("The person that id leads to.").Resolve(context => context.Source.PersonId);
        Field<NonNullGraphType<BooleanGraphType>>("known").Description("False for somebody never seen.").Resolve(context => context.Source.Found is not null);
        Field<NonNullGraphType<BooleanGraphType>>("identified").Description("Whether they told who they are.")
            .Resolve(context => context.Source.Found?.Person.Identified ?? false);
        Field<DateTimeOffsetGraphType>("firstSeenAt").Resolve(context => context.Source.Found?.Person.FirstSeenAt);
        Field<DateTimeOffsetGraphType>("lastSeenAt").Resolve(context => context.Source.Found?.Person.LastSeenAt);
        Field<AnswerType<ContactDetails>>("contact").Description("What the CDP holds of them. Null for somebody never seen.")
            .Needs(KeyLevel.Admin).Resolve(context => context.Source.Found?.Person.Contact);
        Field<NonNullGraphType<JsonType>>("traits").Description("Told by the CDP or by the website; those of the CDP go before.")
            .Needs(KeyLevel.Admin).Resolve(context => context.Source.Found?.Person.Traits ?? AttributeMap.Empty);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IdentityType>>>>("identities").Description("The ids that lead to them, the first linked first.")
            .Needs(KeyLevel.Admin).Resolve(context => Loaders(context).Identities.Load(context.Source.PersonId, found => found));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ConsentType>>>>("consents").Description("What they said to being contacted, by purpose.")
            .Resolve(context => context.Source.Found?.Consents ?? []);
        Field<NonNullGraphType<AnswerType<LeadScoreAnswer>>>("score").Description("Measured from the sources now, with its receipt; nothing is stored.")
            .Resolve(context => scores.Score(context.Source, Loaders(context)));
        Field<NonNullGraphType<AnswerType<SegmentAnswer>>>("segment").Description("How warm they are, and what is missing to the next segment.")
            .Resolve(context => scores.Segment(context.Source, Loaders(context)));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PastScoreType>>>>("scoreHistory").Description("Scores as they were stored, the latest first.")
            .Page(limits, UsualHistory).Resolve(context => Loaders(context)
                .Histories(PageArguments.First(context, limits, UsualHistory)).Load(context.Source.PersonId, found => found));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AnswerType<AssignmentAnswer>>>>>("assignments")
            .Description("Where they stand in every experiment, exposing them to none.").WithComplexityImpact(ReadingOfSnapshot, 5)
            .ResolveAsync(async context => (await assignments.RunAsync(context.Source.UserId, AttributeMap.Empty, context.CancellationToken)).Assignments.Select(AssignmentAnswer.Of));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<KeptAssignmentType>>>>("keptAssignments")
            .Description("Variants they were served first and keep, the first served first.").Resolve(context => context.Source.Found?.Kept ?? []);
        Field<AnswerType<RecommendAnswer>>("recommendations").Description("Items for them, page by page.").ListArguments()
            .CostsEach("n", 10, ReadingOfSnapshot).ResolveAsync(context => recommendations.ForPersonAsync(context, context.Source.UserId));
    }

    private static Loading.PersonLoaders Loaders(IResolveFieldContext context) => GraphContext.Of(context.UserContext).Loaders;
}
