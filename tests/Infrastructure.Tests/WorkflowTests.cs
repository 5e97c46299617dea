using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>The workflows can be read, may do what they need and no more, and call what is there.</summary>
public sealed partial class WorkflowTests
{
    [Theory, InlineData("ci.yml", 3), InlineData("deploy.yml", 3)]
    public void Workflow_Jobs_MayReadAndNothingElseByDefault(string name, int jobs)
    {
        var workflow = Read(name);

        Assert.Equal("contents: read", Permissions(workflow));
        Assert.Equal(jobs, Jobs(workflow).Count());
        Assert.All(Jobs(workflow), job => Assert.True(Permissions(job.Value) is "" or "contents: read, id-token: write", job.Key));
    }

    /// <summary>The trust is between Azure and an environment of the repository: nothing is there to be stolen.</summary>
    [Theory, InlineData("ci.yml"), InlineData("deploy.yml")]
    public void Workflow_HasNoSecret(string name) => Assert.DoesNotContain("secrets.", Text(name), StringComparison.Ordinal);

    [Fact]
    public void JobsWithIdTokens_StandInAnEnvironment() => Assert.All(
        Jobs(Read("deploy.yml")).Where(job => Permissions(job.Value).Contains("id-token", StringComparison.Ordinal)),
        job => Assert.True(job.Value.Children.ContainsKey("environment"), job.Key));

    /// <summary>What would change is seen before it changes, and what was tested is what is deployed.</summary>
    [Fact]
    public void Deployment_ComesAfterThePlan_AndThatAfterTheTests()
    {
        var jobs = Jobs(Read("deploy.yml")).ToDictionary(job => job.Key, job => job.Value);

        Assert.Equal("./.github/workflows/ci.yml", $"{jobs["ci"]["uses"]}");
        Assert.Equal("ci", $"{jobs["plan"]["needs"]}");
        Assert.Equal("plan", $"{jobs["deploy"]["needs"]}");
        Assert.Contains("what-if", Commands(jobs["plan"]), StringComparison.Ordinal);
        Assert.Equal($"{jobs["plan"]["environment"]}", $"{jobs["deploy"]["environment"]}-plan");
    }

    [Theory, InlineData("ci.yml"), InlineData("deploy.yml")]
    public void Actions_ArePinnedByMajorVersion(string name) => Assert.All(
        Jobs(Read(name)).SelectMany(job => Steps(job.Value)).Where(step => step.Children.ContainsKey("uses")).Select(step => $"{step["uses"]}"),
        action => Assert.Matches("^(actions|azure)/[a-z-]+@v[0-9]+$", action));

    [Theory, InlineData("ci.yml"), InlineData("deploy.yml")]
    public void Commands_NameFilesThereAre(string name)
    {
        var files = Jobs(Read(name)).SelectMany(job => NamedFile().Matches(Commands(job.Value)).Select(match => match.Value)).ToArray();

        Assert.NotEmpty(files);
        Assert.All(
            files.SelectMany(file => new[] { "dev", "prod" }.Select(target => file.Replace("$TARGET", target, StringComparison.Ordinal))),
            file => Assert.True(Path.Exists(House.At(file)), file));
    }

    /// <summary>What a parameter file takes from the environment, the workflow gives it.</summary>
    [Fact]
    public void Environment_OfTheDeployment_IsWhatParametersTake()
    {
        var given = ((YamlMappingNode)Jobs(Read("deploy.yml")).Single(job => job.Key == "deploy").Value["env"]).Children.Keys.Select(key => $"{key}");
        var taken = Directory.EnumerateFiles(House.At("infra", "bicep", "params"), "*.bicepparam")
            .SelectMany(file => Taken().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

        Assert.Empty(taken.Except(given));
    }

    [Fact]
    public void Alive_IsAskedWhereTheCodeAnswers()
    {
        var route = HealthRoute().Match(Text("deploy.yml")).Groups[1].Value;

        Assert.Contains($"Route = \"{route}\"", string.Concat(Directory.EnumerateFiles(House.At("src", "Functions", "Health"), "*.cs").Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    private static string Text(string name) => File.ReadAllText(House.At(".github", "workflows", name));

    private static YamlMappingNode Read(string name)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Text(name)));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static IEnumerable<(string Key, YamlMappingNode Value)> Jobs(YamlMappingNode workflow) =>
        ((YamlMappingNode)workflow["jobs"]).Children.Select(job => ($"{job.Key}", (YamlMappingNode)job.Value));

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) =>
        job.Children.TryGetValue("steps", out var steps) ? ((YamlSequenceNode)steps).Cast<YamlMappingNode>() : [];

    private static string Commands(YamlMappingNode job) => string.Join('\n', Steps(job).Where(step => step.Children.ContainsKey("run")).Select(step => $"{step["run"]}"));

    private static string Permissions(YamlMappingNode node) => node.Children.TryGetValue("permissions", out var permissions)
        ? string.Join(", ", ((YamlMappingNode)permissions).Children.Select(permission => $"{permission.Key}: {permission.Value}"))
        : "";

    [GeneratedRegex(@"(?<=[ ""])(infra/[\w./$-]+|src/\w+)|^\./\w+", RegexOptions.Multiline)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Taken();

    [GeneratedRegex(@"\$APP_HOST/([\w/]+)")]
    private static partial Regex HealthRoute();
}
