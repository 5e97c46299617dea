using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>An engine in which somebody has written into every field what would do harm where a page took it for markup.</summary>
public sealed class HostileEngine : PagesOfEngine
{
    /// <summary>Stands in all of them, so that a page can be asked whether it shows one.</summary>
    public const string Mark = "<script>window.hit=1</script>";

    /// <summary>With this every name begins: lists cut long ones.</summary>
    public const string Beginning = "\"><img src=x onerror=window.hit=1>";

    protected override async Task<EngineProcess> BeginAsync()
    {
        var process = await EngineProcess.StartAsync(null, ("rules__holdout", "0.05"));
        await process.Client.BecomeReadyAsync();
        Further = await new Furniture(process.Client, new HostileWords()).MoveInAsync();
        return process;
    }

    private sealed class HostileWords : IWords
    {
        private static readonly string LongWord = new('W', 80);

        public string Person => Beginning + Mark;

        public string Address => "javascript:window.hit=1//" + Mark;

        public JsonNode Value => new JsonArray($"{Mark}", "'-window.hit=1-'", "{{constructor.constructor('window.hit=1')()}}");

        public string Name(string what) => $"{Beginning}{Mark} {{{{7*7}}}} {what}";

        public string Text(string what) =>
            $"</textarea></title></style>{Mark}<svg onload=window.hit=1> {what} مرحبا بالعالم \u202Eסוף\u202C {LongWord}{LongWord} ]]> <!-- ' \" & {{{{ person.name }}}} <a href=javascript:window.hit=1>x</a>";
    }
}

[CollectionDefinition(Name)]
public sealed class HostilePages : ICollectionFixture<HostileEngine>
{
    public const string Name = "Pages of an engine with hostile texts";
}
