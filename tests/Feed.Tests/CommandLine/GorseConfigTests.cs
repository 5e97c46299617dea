using System.Globalization;
using System.Text.RegularExpressions;
using Feed.Tests.Receiver;
using PersonalizationEngine.Engine.Sync.Gorse;

namespace Feed.Tests.CommandLine;

/// <summary>The configuration of Gorse and what the engine sends must agree, though neither program knows the other.</summary>
public sealed partial class GorseConfigTests
{
    [Fact]
    public async Task Config_OfFeedback_IsWhatTheEngineSends()
    {
        var source = (await ReadAsync())["recommend.data_source"].Single();

        var threshold = InterestRules.Threshold.ToString(CultureInfo.InvariantCulture);
        Assert.Equal($"[\"{InterestRules.FeedbackType}>={threshold}\"]", source["positive_feedback_types"]);
        Assert.Equal("[]", source["read_feedback_types"]);
        Assert.Matches("^[a-zA-Z][a-zA-Z0-9_]*$", InterestRules.FeedbackType);
    }

    [Fact]
    public async Task Config_OfTheServer_TakesFeedbackWhateverComesFirst()
    {
        var config = await ReadAsync();

        Assert.Equal(("true", "true"), (config["server"].Single()["auto_insert_user"], config["server"].Single()["auto_insert_item"]));
        Assert.Equal("false", config["recommend.replacement"].Single()["enable_replacement"]);
        Assert.Equal("\"mf\"", config["recommend.collaborative"].Single()["type"]);
        Assert.Equal(["\"users\"", "\"tags\""], config["recommend.item-to-item"].Select(recommender => recommender["type"]));
    }

    /// <summary>Gorse does not start with a name it does not know.</summary>
    [Fact]
    public async Task Config_Recommenders_AreThoseThatAreDefined()
    {
        var config = await ReadAsync();
        var defined = ((string[])["non-personalized", "item-to-item"])
            .SelectMany(kind => config[$"recommend.{kind}"].Select(recommender => $"{kind}/{recommender["name"].Trim('"')}"))
            .Concat(["collaborative", "latest"]);

        var named = Texts(config["recommend.ranker"].Single()["recommenders"]).Concat(Texts(config["recommend.fallback"].Single()["recommenders"]));

        Assert.Empty(named.Except(defined));
    }

    [Fact]
    public async Task Command_WithAFile_WritesItOnce()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "config.toml");

        var first = await FeedProgram.RunAsync(["gorse-config", "--output", file]);
        var second = await FeedProgram.RunAsync(["gorse-config", "--output", file]);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Equal((await FeedProgram.RunAsync(["gorse-config"])).Output, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal((1, $"{file} is there already: give another name, or remove it first.{Environment.NewLine}"), (second.Code, second.Error));
    }

    [Fact]
    public async Task Config_OfComposeYaml_IsTheOneThatIsWritten()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "compose.yaml"))) folder = folder.Parent;

        Assert.Equal(
            (await FeedProgram.RunAsync(["gorse-config"])).Output,
            await File.ReadAllTextAsync(Path.Combine(folder.FullName, "deploy", "compose", "gorse.toml"), TestContext.Current.CancellationToken));
    }

    /// <summary>As much of TOML as the file uses: tables, lists of tables, and a value a line.</summary>
    private static async Task<ILookup<string, Dictionary<string, string>>> ReadAsync()
    {
        var (code, output, _) = await FeedProgram.RunAsync(["gorse-config"]);
        Assert.Equal(0, code);
        List<(string Name, Dictionary<string, string> Values)> tables = [];
        foreach (var line in output.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (Table().Match(line) is { Success: true } table) tables.Add((table.Groups["name"].Value, []));
            else if (Pair().Match(line) is { Success: true } pair) tables[^1].Values.Add(pair.Groups["key"].Value, pair.Groups["value"].Value);
            else Assert.Fail($"Not understood: {line}");
        }

        var single = tables.Where(table => !output.Contains($"[[{table.Name}]]", StringComparison.Ordinal)).Select(table => table.Name).ToList();
        Assert.Equal(single.Distinct(), single);
        return tables.ToLookup(table => table.Name, table => table.Values);
    }

    private static IEnumerable<string> Texts(string list) => Text().Matches(list).Select(text => text.Groups["text"].Value);

    [GeneratedRegex(@"^(\[(?<name>[a-z_.-]+)\]|\[\[(?<name>[a-z_.-]+)\]\])$", RegexOptions.ExplicitCapture)]
    private static partial Regex Table();

    [GeneratedRegex(@"^(?<key>[a-z_]+) = (?<value>""[^""]*""|\d+|true|false|\[(""[^""]*""(, ""[^""]*"")*)?\])$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();

    [GeneratedRegex(@"""(?<text>[^""]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Text();
}
