using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>The limits are those of the settings.</summary>
public sealed class GraphQlSettingTests
{
    [Fact]
    public async Task Limits_SetOtherwise_AreHeldTo()
    {
        await using var engine = await EngineProcess.StartAsync(
            null, ("graphql__introspection", "false"), ("graphql__max_page_size", "3"), ("graphql__max_depth", "4"), ("graphql__max_fields", "10"),
            ("graphql__max_tokens", "100"), ("graphql__max_cost", "20"), ("graphql__max_document_kb", "1"));
        var client = engine.Client;

        await client.AskAsync("{ __typename leads(first: 3) { nodes { personId } } }");
        await FaultAsync("{ __schema { types { name } } }", "GRAPHQL_VALIDATION_FAILED");
        await FaultAsync("{ __type(name: \"Query\") { name } }", "GRAPHQL_VALIDATION_FAILED");
        await FaultAsync("{ leads(first: 4) { pageInfo { endCursor } } }", "BAD_USER_INPUT");
        Assert.Equal("max_depth", await FaultAsync("{ leads(first: 1) { nodes { person { score { score } } } } }", "TOO_COSTLY"));
        Assert.Equal("max_fields", await FaultAsync($"{{ {string.Concat(Enumerable.Range(0, 11).Select(i => $"a{i}: __typename "))} }}", "TOO_COSTLY"));
        Assert.Equal("max_tokens", await FaultAsync($"{{ {string.Concat(Enumerable.Repeat("a ", 99))} }}", "TOO_COSTLY"));
        Assert.Equal("max_cost", await FaultAsync("{ metrics { target } }", "TOO_COSTLY"));
        Assert.Equal("max_document_kb", await FaultAsync($"{{ __typename }} {new string(' ', 1024)}", "TOO_COSTLY"));

        async Task<string?> FaultAsync(string query, string code) =>
            (string?)(await client.GraphQlAsync(query, key: EngineProcess.MasterKey)).Json.AssertFault(code)["limit"];
    }

    /// <summary>The host tells where it is itself: nobody's word on it may lead a master key elsewhere.</summary>
    [Fact]
    public async Task OwnAddress_SetToAnother_IsThatOfTheHostAllTheSame()
    {
        await using var engine = await EngineProcess.StartAsync(null, ("WEBSITE_HOSTNAME", "elsewhere.invalid"));
        await engine.Client.AskAsync("{ rules { nodes { id } } }");
    }

    [Fact]
    public async Task Limits_OutOfRange_KeepTheEngineFromStarting()
    {
        var (code, output) = await EngineProcess.RunToEndAsync(("graphql__max_cost", "5"), ("graphql__max_dept", "5"));
        Assert.Equal(1, code);
        Assert.Contains("graphql.max_cost: must be a whole number from 10 to 1000000", output, StringComparison.Ordinal);
        Assert.Contains("graphql.max_dept: is not a setting", output, StringComparison.Ordinal);
    }
}
