using GraphQL.Types;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

/// <summary>What stands under a name in an answer, with its name: a map has no fields that could be selected.</summary>
internal sealed class EntryType<T> : ObjectGraphType<KeyValuePair<string, T>>
{
    public EntryType()
    {
        Name = $"{AnswerNames.Of(typeof(T))}Entry";
        Description = "A value and the name it stands under.";
        Field<NonNullGraphType<StringGraphType>>("name").Resolve(context => context.Source.Key);
        Field<NonNullGraphType<AnswerType<T>>>("value").Resolve(context => context.Source.Value);
    }
}
