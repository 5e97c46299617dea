using System.Text.RegularExpressions;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>The Bicep compiles, and neither compiler nor linter has anything to say.</summary>
public sealed partial class CompilationTests
{
    [Fact]
    public void Build_Main_SaysNothing()
    {
        var (exitCode, _, errors) = Template.Build();

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("lint", "main.bicep")]
    [InlineData("lint", "params/dev.bicepparam")]
    [InlineData("lint", "params/prod.bicepparam")]
    [InlineData("build-params", "params/dev.bicepparam", "--stdout")]
    [InlineData("build-params", "params/prod.bicepparam", "--stdout")]
    public void Compiler_EachFile_SaysNothing(params string[] arguments)
    {
        BicepCompiler.Require();
        var (exitCode, _, errors) = BicepCompiler.Run(House.At("infra", "bicep"), arguments);

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
    }

    /// <summary>What is let pass stands in its file with the reason; these are all.</summary>
    [Fact]
    public void SuppressedRules_AreTheListedOnes()
    {
        var suppressed = Modules().SelectMany(file => Suppression().Matches(File.ReadAllText(file))
            .Select(match => (File: Path.GetFileName(file), Rule: match.Groups["rule"].Value, HasReason: match.Groups["reason"].Success)));

        Assert.All(suppressed, one => Assert.True(one.HasReason, $"{one.File}: {one.Rule}"));
        Assert.Equal(
            ["use-recent-api-versions", "use-resource-id-functions", "use-secure-value-for-secure-inputs"],
            suppressed.Select(one => one.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A module that main.bicep does not use would be compiled by nobody.</summary>
    [Fact]
    public void Modules_AreAllUsed()
    {
        var text = string.Concat(Modules().Select(File.ReadAllText));

        Assert.All(Modules().Select(Path.GetFileName).Where(name => name != "main.bicep"), name => Assert.Contains($"{name}'", text, StringComparison.Ordinal));
    }

    [Fact]
    public void ParametersAndOutputs_AreAllDescribed()
    {
        var undescribed = Template.All().SelectMany(template => template.Members("parameters").Concat(template.Members("outputs"))
            .Where(member => !member.Value.TryGetProperty("metadata", out var metadata) || !metadata.TryGetProperty("description", out _))
            .Select(member => $"{template.Name}: {member.Name}"));

        Assert.Empty(undescribed);
    }

    /// <summary>A function that lists keys or tokens would put them into the deployment's history.</summary>
    [Fact]
    public void Template_Functions_ListNoKeys() => Assert.Empty(ListFunction().Matches(Template.Build().Output).Select(match => match.Value));

    [Fact]
    public void Outputs_OfMain_AreNamesAndPlaces() => Assert.Equal(
        ["appIdentityClientId", "appIdentityName", "functionAppHost", "functionAppName", "mysqlHost", "outboundAddress", "vaultName"],
        Template.All()[0].Members("outputs").Select(output => output.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Memory_IsOneOfThreeSizes() => Assert.Equal(
        [512, 2048, 4096],
        Template.All()[0].Json.GetProperty("parameters").GetProperty("instanceMemoryMb").GetProperty("allowedValues").EnumerateArray().Select(value => value.GetInt32()));

    private static IEnumerable<string> Modules() => Directory.EnumerateFiles(House.At("infra", "bicep"), "*.bicep", SearchOption.AllDirectories);

    [GeneratedRegex(@"#disable-next-line (?<rule>[a-z-]+)(?: // (?<reason>\S+.*))?")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"\blist[A-Z]\w*\(")]
    private static partial Regex ListFunction();
}
