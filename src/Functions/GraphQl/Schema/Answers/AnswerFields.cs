using System.Reflection;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

/// <summary>Gives a graph type the fields of an answer of the API: the same fields, the same words.</summary>
internal sealed class AnswerFields(XmlDescriptions descriptions)
{
    public void AddTo<T>(ObjectGraphType<T> type)
    {
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            type.AddField(new FieldType
            {
                Name = AnswerNames.Of(property),
                Description = descriptions.Of(property),
                Type = FieldShape.Of(property),
                Resolver = new FuncFieldResolver<T, object>(context => property.GetValue(context.Source)),
            });
        }
    }

    public string? DescriptionOf(Type answer) => descriptions.Of(answer);
}
