using System.Text.Json;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Segments;

namespace PersonalizationEngine.Adapters.Tests.Sql.Definitions;

public abstract class SegmentsContract(IStores stores) : DefinitionsContract<Segment>(stores)
{
    [Fact]
    public async Task AddAsync_Condition_ComesBackAsItWasWritten()
    {
        var segment = Make("a") with { Name = "Grüße 😀", Description = "why" };
        var added = await Definitions.AddAsync(segment, Now, Ending);
        var found = (await Definitions.FindAsync(added!.Id, Ending))!.Value;

        Assert.Equal(segment.Condition.Json.GetRawText(), found.Condition.Json.GetRawText());
        Assert.Equal((segment.Key, segment.Name, segment.Description), (found.Key, found.Name, found.Description));
    }

    [Fact]
    public async Task AddAsync_KeyIsTaken_AddsNothing()
    {
        await Definitions.AddAsync(Make("a"), Now, Ending);
        Assert.Null(await Definitions.AddAsync(Make("a") with { Name = "another" }, Now, Ending));
        Assert.Equal(1, await VersionAsync());
    }

    protected override (string Table, string Column) Json => ("segments", "conditions");

    protected override Segment Make(string name) => new(
        0, name, "Segment", null, ConditionDocument.Restore(JsonElement.Parse("""{ "score": { "$gte": 1.50 }, "$inSegment": "\u00fc" }""")));

    protected override string NameOf(Segment definition) => definition.Key;
}
