using GraphQL.Types;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

/// <summary>An answer of the API as a graph type.</summary>
internal sealed class AnswerType<T> : ObjectGraphType<T>
{
    public AnswerType(AnswerFields fields)
    {
        Name = AnswerNames.Of(typeof(T));
        Description = fields.DescriptionOf(typeof(T));
        fields.AddTo(this);
    }
}
