using GraphQL.Types;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Queries;

internal sealed class QueryType : ObjectGraphType
{
    public QueryType(PersonQueries people, ItemQueries items, LeadQueries leads, DefinitionQueries definitions, ReportQueries reports)
    {
        Name = "Query";
        Description = "What can be asked.";
        people.AddTo(this);
        items.AddTo(this);
        leads.AddTo(this);
        definitions.AddTo(this);
        reports.AddTo(this);
    }
}
