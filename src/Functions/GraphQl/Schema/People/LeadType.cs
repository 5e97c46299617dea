using GraphQL.Types;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

internal sealed class LeadType : ObjectGraphType<Lead>
{
    public LeadType(ScoringRules rules)
    {
        Name = "Lead";
        Description = "Somebody with a stored score, as lists show them.";
        Field<NonNullGraphType<IdGraphType>>("personId").Resolve(context => context.Source.PersonId);
        Field<NonNullGraphType<FloatGraphType>>("storedScore").Description("As last stored; time may have changed it by a little since.")
            .Resolve(context => context.Source.Score);
        Field<NonNullGraphType<LeadSegmentEnum>>("storedSegment").Description("That the stored score belongs to.")
            .Resolve(context => rules.Model.Thresholds.SegmentOf(context.Source.Score).Name());
        Field<DateTimeOffsetGraphType>("scoredAt").Resolve(context => context.Source.ScoredAt);
        Field<DateTimeOffsetGraphType>("lastSeenAt").Description("Null for somebody the website never saw.").Resolve(context => context.Source.LastSeenAt);
        Field<NonNullGraphType<PersonType>>("person").Description("All that is known of them.").Resolve(context => GraphContext.Of(context.UserContext)
            .Loaders.People.Load(context.Source.PersonId, found => new PersonSource(context.Source.PersonId, found)));
    }
}
