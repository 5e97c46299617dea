using System.Text.Json;
using CsCheck;
using PersonalizationEngine.Core.Segments;

namespace PersonalizationEngine.Adapters.Tests.Sql.Definitions;

public abstract class SavedGroupsContract(IStores stores) : DefinitionsContract<SavedGroup>(stores)
{
    [Fact]
    public async Task AddAsync_AnyGroup_ComesBackUnchanged()
    {
        var number = 0;
        await Gen.Select(Anything.Text(200), Anything.TextOrNull(2000), Anything.Text(64).Array[0, 5]).SampleAsync(
            async what =>
            {
                var group = Of($"k{Interlocked.Increment(ref number)}", JsonSerializer.Serialize(what.Item3)) with { Name = what.Item1, Description = what.Item2 };
                var added = await Definitions.AddAsync(group, Now, Ending);
                var found = (await Definitions.FindAsync(added!.Id, Ending))!.Value;
                Assert.Equal(group.Values, found.Values);
                Assert.Equal(group.ValuesJson.GetRawText(), found.ValuesJson.GetRawText());
                Assert.Equal((group.Key, group.Name, group.Description), (found.Key, found.Name, found.Description));
            },
            iter: 50, threads: 1);
    }

    [Fact]
    public async Task AddAsync_KeyIsTaken_AddsNothing()
    {
        await Definitions.AddAsync(Make("a"), Now, Ending);
        Assert.Null(await Definitions.AddAsync(Make("a") with { Name = "another" }, Now, Ending));
        Assert.Equal(1, await VersionAsync());
    }

    protected override (string Table, string Column) Json => ("saved_groups", "members");

    protected override SavedGroup Make(string name) => Of(name, """["ü", 3, 3.5, true, null, "3"]""");

    protected override string NameOf(SavedGroup definition) => definition.Key;

    private static SavedGroup Of(string key, string values) => SavedGroupDocument.Restore(0, key, "Group", null, JsonElement.Parse(values));
}
