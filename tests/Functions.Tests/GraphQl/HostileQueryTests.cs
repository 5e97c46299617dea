using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>Queries made to cost more than they look: each is refused with a reason, soon, and never by failing.</summary>
public sealed class HostileQueryTests(SharedEngine engine)
{
    private const string Person = "person(userId: \"x\")";

    /// <summary>Far above what any of them takes, far below what they would take without limits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "deep", $"{{ {Nest("a { ", 50)} }}", "TOO_COSTLY" },
        { "deeper than a parser likes", new string('{', 20_000), "TOO_COSTLY" },
        { "deep in brackets of a literal", $"{{ person(userId: {new string('[', 10_000)}", "TOO_COSTLY" },
        { "wide", $"{{ {string.Concat(Enumerable.Repeat("__typename ", 4_000))} }}", "TOO_COSTLY" },
        { "aliased", $"{{ {string.Concat(Enumerable.Range(0, 1_000).Select(i => $"a{i}: __typename "))} }}", "TOO_COSTLY" },
        { "aliased people", $"{{ {string.Concat(Enumerable.Range(0, 300).Select(i => $"a{i}: {Person} {{ known }} "))} }}", "TOO_COSTLY" },
        { "same field over and over", $"{{ {Person} {{ {string.Concat(Enumerable.Repeat("known ", 3_000))} }} }}", "TOO_COSTLY" },
        { "doubling fragments", $"{{ ...F0 }} {Doubling(40)}", "TOO_COSTLY" },
        { "fragments in a circle", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "GRAPHQL_VALIDATION_FAILED" },
        { "a fragment in itself, below a field", $"{{ {Person} {{ ...A }} }} fragment A on Person {{ known ...A }}", "GRAPHQL_VALIDATION_FAILED" },
        { "many directives", $"{{ __typename {string.Concat(Enumerable.Repeat("@a ", 2_000))} }}", "GRAPHQL_VALIDATION_FAILED" },
        { "many operations", string.Concat(Enumerable.Range(0, 1_000).Select(i => $"query A{i} {{ __typename }} ")), "TOO_COSTLY" },
        { "types of types of types", $"{{ __schema {{ types {{ {Nest("fields { type { ", 3)} }} }} }}", "TOO_COSTLY" },
        { "a page of pages", "{ leads(first: 100) { nodes { person { recommendations(n: 100) { recommendations { itemId } } } } } }", "TOO_COSTLY" },
        { "a page beyond counting", "{ leads(first: 2147483647) { nodes { person { score { score } } } } }", "TOO_COSTLY" },
        { "a page below nothing", "{ a: leads(first: -2147483648) { nodes { personId } } }", "BAD_USER_INPUT" },
        { "a document too long", $"{{ __typename }} #{new string(' ', 70_000)}", "TOO_COSTLY" },
        { "a number too long", $"{{ leads(first: {new string('9', 5_000)}) {{ nodes {{ personId }} }} }}", "GRAPHQL_VALIDATION_FAILED" },
        { "an id too long", $"{{ person(userId: \"{new string('a', 5_000)}\") {{ known }} }}", "BAD_USER_INPUT" },
        { "control characters", "{ person(userId: \"a\\u0000b\") { known } }", "BAD_USER_INPUT" },
        { "half a surrogate pair", "{ person(userId: \"\\uD800\") { known } }", "BAD_REQUEST" },
        { "the same people over and over", $"{{ {string.Concat(Enumerable.Repeat($"{Person} {{ known }} ", 240))} }}", "TOO_COSTLY" },
        { "a cursor of somebody else", "{ leads(after: \"YWJj\") { nodes { personId } } }", "BAD_USER_INPUT" },
        { "nothing", " ", "BAD_REQUEST" },
        { "a subscription", "subscription { __typename }", "GRAPHQL_VALIDATION_FAILED" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Query_Hostile_IsRefusedWithItsReason(string what, string query, string code)
    {
        var watch = Stopwatch.StartNew();
        var answer = await engine.Client.GraphQlAsync(query, key: EngineProcess.MasterKey);

        Assert.True(answer.Status < 500, $"{what}: {answer.Status} {answer.Body}");
        Assert.True(watch.Elapsed < Patience, what);
        Assert.True(answer.Json["errors"]!.AsArray().Count <= 20, what);
        answer.Json.AssertFault(code);
    }

    [Fact]
    public async Task Variables_Huge_AreRefused()
    {
        var body = new JsonObject { ["query"] = "{ __typename }", ["variables"] = new JsonObject { ["a"] = new string('a', 400_000) } }.ToJsonString();
        Assert.Equal(413, (await engine.Client.GraphQlBodyAsync(body)).Status);
    }

    [Fact]
    public async Task Variables_Deep_AreRefused()
    {
        var deep = $"{{\"query\": \"{{ __typename }}\", \"variables\": {{\"a\": {new string('[', 5_000)}{new string(']', 5_000)}}}}}";
        Assert.Equal(400, (await engine.Client.GraphQlBodyAsync(deep)).Status);
    }

    [Fact]
    public async Task Limits_OfTooMuch_TellWhatWouldDo()
    {
        var wide = await engine.Client.GraphQlAsync($"{{ {string.Concat(Enumerable.Range(0, 600).Select(i => $"a{i}: __typename "))} }}");
        Assert.Equal(("max_fields", 500), Limit(wide));
        var costly = await engine.Client.GraphQlAsync(
            "{ leads(first: 100) { nodes { person { recommendations(n: 50) { recommendations { itemId } } } } } }", key: EngineProcess.MasterKey);
        Assert.Equal(("max_cost", 5000), Limit(costly));
    }

    private static (string?, int) Limit(EngineResponse answer)
    {
        var extensions = answer.Json.AssertFault("TOO_COSTLY");
        return ((string?)extensions["limit"], (int)extensions["most"]!);
    }

    private static string Nest(string open, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + "name" + string.Concat(Enumerable.Repeat(" }", times * open.Count(sign => sign == '{')));

    /// <summary>Each fragment has the next one twice.</summary>
    private static string Doubling(int times) => string.Concat(Enumerable.Range(0, times).Select(i => i == times - 1
        ? $"fragment F{i} on Query {{ __typename }} "
        : $"fragment F{i} on Query {{ a{i}: {Person} {{ __typename }} ...F{i + 1} ...F{i + 1} }} "));
}
