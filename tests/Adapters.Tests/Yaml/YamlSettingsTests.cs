using Microsoft.Extensions.Configuration;
using PersonalizationEngine.Adapters.Yaml;

namespace PersonalizationEngine.Adapters.Tests.Yaml;

public sealed class YamlSettingsTests
{
    private readonly string _file = Path.Combine(TestFolder.New(), "settings.yaml");

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0.50", "-0.50")]
    [InlineData("1e3", "1e3")]
    [InlineData("true", "true")]
    [InlineData("No", "No")]
    [InlineData("2026-05-14", "2026-05-14")]
    [InlineData("plain text # and a comment", "plain text")]
    [InlineData("text#no comment", "text#no comment")]
    [InlineData("'it''s: #1'", "it's: #1")]
    [InlineData("\"a\\n\\u00e9\\\"\"", "a\né\"")]
    [InlineData("\"\"", "")]
    [InlineData("", "")]
    [InlineData("Größe 漢 😀", "Größe 漢 😀")]
    [InlineData("|\n  one\n  two\n", "one\ntwo\n")]
    [InlineData(">-\n  one\n  two\n", "one two")]
    [InlineData("/*/pricing", "/*/pricing")]
    public void Read_Scalar_IsItsText(string yaml, string text) =>
        Assert.Equal(new Dictionary<string, string?> { ["a"] = text }, Read($"a: {yaml}"));

    [Theory]
    [InlineData("a: { b: 1, c: [x, y] }", "a:b=1 a:c:0=x a:c:1=y")]
    [InlineData("a:\n  b: 1\n  c:\n    - x\n    - y", "a:b=1 a:c:0=x a:c:1=y")]
    [InlineData("a:\n  - b: 1\n    c: 2\n  - [3, [4]]", "a:0:b=1 a:0:c=2 a:1:0=3 a:1:1:0=4")]
    [InlineData("\"a b\": 1\n2: 3", "a b=1 2=3")]
    [InlineData("a: &x { b: 1 }\nc: *x\nd: *x", "a:b=1 c:b=1 d:b=1")]
    [InlineData("---\na: 1\n...", "a=1")]
    [InlineData("a: []\nb: {}\nc: 1", "c=1")]
    [InlineData("# nothing\n", "")]
    [InlineData("", "")]
    public void Read_Structure_IsFlatUnderJoinedNames(string yaml, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(yaml).Select(setting => $"{setting.Key}={setting.Value}")));

    [Theory]
    [InlineData("a: 1\nb: \"open", 2)]
    [InlineData("a:\n\tb: 2", 1)]
    [InlineData("a: 1\nb: [1, 2\nc: 3", 3)]
    [InlineData("a: 1\n b: 2", 2)]
    [InlineData("a: 1\nb: 2\na: 3", 3)]
    [InlineData("a: 1\nb: 2\nA: 3", 3)]
    [InlineData("a:\n  b: 1\n\"a:b\": 2", 3)]
    [InlineData("\na: &x\n  b: [*x]", 2)]
    [InlineData("\n- a\n- b", 2)]
    [InlineData("just a text", 1)]
    [InlineData("a: 1\n[b]: 2", 2)]
    [InlineData("a: 1\n---\nb: 2", 3)]
    public void Read_WrongYaml_NamesFileAndLine(string yaml, int line)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read(yaml));
        Assert.StartsWith($"{_file}, line {line}, column ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AliasOfNothing_IsNamed()
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read("a: 1\nb: *unknown"));
        Assert.StartsWith($"{_file}, line ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("unknown", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_NamesIt()
    {
        var fault = Assert.Throws<InvalidDataException>(() => YamlSettings.Read(_file));
        Assert.Contains(_file, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FolderInItsPlace_NamesIt()
    {
        Directory.CreateDirectory(_file);
        var fault = Assert.Throws<InvalidDataException>(() => YamlSettings.Read(_file));
        Assert.Contains(_file, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnderTheEnvironment_IsOverlaidValueByValue()
    {
        Environment.SetEnvironmentVariable("YAML_TEST_scoring__weights__demo_request", "12");
        Environment.SetEnvironmentVariable("YAML_TEST_SCORING__PATHS__1", "/c");
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(Read("scoring:\n  weights: { demo_request: 10, email_opens: 0.5 }\n  paths: [/a, /b]"))
            .AddEnvironmentVariables("YAML_TEST_")
            .Build();

        Assert.Equal("12", settings["scoring:weights:demo_request"]);
        Assert.Equal("0.5", settings["scoring:weights:email_opens"]);
        Assert.Equal(["/a", "/c"], settings.GetSection("scoring:paths").GetChildren().Select(path => path.Value));
    }

    private IReadOnlyDictionary<string, string?> Read(string yaml)
    {
        File.WriteAllText(_file, yaml);
        return YamlSettings.Read(_file);
    }
}
