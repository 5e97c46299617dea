using System.Text.Json;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Documents;

namespace PersonalizationEngine.Adapters.Tests.Sql.Definitions;

public abstract class LeadModelsContract(IStores stores) : DefinitionsContract<LeadModel>(stores)
{
    [Fact]
    public async Task AddAsync_Model_ComesBackAsItWasWritten()
    {
        var added = await Definitions.AddAsync(Make("a"), Now, Ending);
        var found = (await Definitions.FindAsync(added!.Id, Ending))!.Value;
        Assert.Equal(LeadModelText.Of(Make("a")), LeadModelText.Of(found));
        Assert.Equal(added.Id, found.Id);
    }

    [Fact]
    public async Task AddAsync_KeyIsTaken_AddsNothing()
    {
        await Definitions.AddAsync(Make("a"), Now, Ending);
        Assert.Null(await Definitions.AddAsync(Make("a"), Now, Ending));
        Assert.Equal(1, await VersionAsync());
    }

    protected override (string Table, string Column) Json => ("scoring_models", "definition");

    protected override LeadModel Make(string name) => LeadModelDocument.Restore(0, JsonElement.Parse(
        $$$"""{"key": "{{{name}}}", "name": "Größe 😀", "cap": 100.50, "groups": [{"key": "g", "kind": "fit", "rules": [{"key": "r", "points": 1.5, "when": {"country": "CH"}}]}]}"""));

    protected override string NameOf(LeadModel definition) => definition.Key;
}
