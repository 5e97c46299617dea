using GraphQL.Types;
using PersonalizationEngine.Engine.Leads;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

internal sealed class LeadSortEnum : EnumerationGraphType
{
    public LeadSortEnum()
    {
        Name = "LeadSort";
        Description = "How leads are sorted.";
        Add("WARMEST", LeadSort.Warmest, "The highest score first.");
        Add("COLDEST", LeadSort.Coldest, "The lowest score first.");
        Add("SEEN_LAST", LeadSort.SeenLast, "Who was seen last comes first; without those never seen.");
    }
}
