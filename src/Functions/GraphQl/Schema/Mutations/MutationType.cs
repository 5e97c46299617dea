using GraphQL.Types;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

internal sealed class MutationType : ObjectGraphType
{
    public MutationType(RuleMutations rules, ExperimentMutations experiments, EventMutations events)
    {
        Name = "Mutation";
        Description = "What can be done. One that fails leaves nothing behind, and its error says why.";
        rules.AddTo(this);
        experiments.AddTo(this);
        events.AddTo(this);
    }
}
