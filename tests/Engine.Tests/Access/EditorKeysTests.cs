using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Engine.Tests.Access;

public sealed class EditorKeysTests
{
    private const string Key = "0123456789abcdef";

    [Theory]
    [InlineData($"anna:{Key}", "anna", AccessRole.Editor)]
    [InlineData($"anna/viewer:{Key}", "anna", AccessRole.Viewer)]
    [InlineData($"anna/editor:{Key}", "anna", AccessRole.Editor)]
    [InlineData($"anna.b-c_2/admin:{Key}", "anna.b-c_2", AccessRole.Admin)]
    public void Find_KeyOfTheSetting_IsItsHolder(string setting, string name, AccessRole role)
    {
        var keys = Parse(setting);

        var holder = keys.Find(Key)!;

        Assert.Equal((name, role, KeySource.Setting), (holder.Name, holder.Role, holder.Source));
        Assert.Equal(holder, keys.FindAgain(holder.Mark));
        Assert.Null(keys.Find(Key + "0"));
        Assert.Null(keys.Find(""));
    }

    [Theory]
    [InlineData($"anna/owner:{Key}")]
    [InlineData($"anna/:{Key}")]
    [InlineData($"anna/Viewer:{Key}")]
    [InlineData($"anna/viewer/admin:{Key}")]
    [InlineData($"/viewer:{Key}")]
    [InlineData($"Anna:{Key}")]
    [InlineData($"_master:{Key}")]
    [InlineData("anna:short")]
    [InlineData("anna/viewer:short")]
    [InlineData(Key)]
    public void Parse_EntryThatCannotBe_IsAFaultWithoutTheKey(string setting)
    {
        var faults = new List<string>();

        EditorKeys.Parse(setting, faults);

        Assert.StartsWith("EDITOR_KEYS, entry 1: must be", Assert.Single(faults), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, faults[0], StringComparison.Ordinal);
    }

    /// <summary>Whoever has a session is signed out by a new key, and not by a new role.</summary>
    [Fact]
    public void FindAgain_AfterTheSettingHasChanged_GoesByTheKey()
    {
        var mark = Parse($"anna:{Key}").Find(Key)!.Mark;

        Assert.Equal(AccessRole.Viewer, Parse($"ben:{Key}1 anna/viewer:{Key}").FindAgain(mark)!.Role);
        Assert.Null(Parse($"anna:{Key}2").FindAgain(mark));
        Assert.Null(Parse($"ben:{Key}").FindAgain(mark));
        Assert.Null(Parse(null).FindAgain(mark));
    }

    private static EditorKeys Parse(string? setting)
    {
        var faults = new List<string>();
        var keys = EditorKeys.Parse(setting, faults);
        Assert.Empty(faults);
        return keys;
    }
}
