using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.OpenApi;

/// <summary>The document is one by the rules of OpenAPI 3.1, others' generators take it, and what it shows is what it says.</summary>
public sealed class DocumentFormTests(SharedEngine engine)
{
    [Fact]
    public async Task Document_OthersReadIt_IsValidAndAClientMadeOfItWorks()
    {
        OpenApiTools.SkipUnlessInstalled();
        var api = await ApiDescription.ReadAsync(engine.Client);
        var judged = await OpenApiTools.JudgeAsync(api.Text, engine.Client.Address);

        Assert.True((bool)judged["valid"]!, judged["errors"]?.ToJsonString());
        Assert.Equal("3.1", (string?)judged["version"]);
        Assert.Equal("", (string?)judged["compiled"]);
        Assert.Equal("generated client", (string?)judged["used"]!["user"]);
        Assert.True((int)judged["used"]!["rule"]! > 0);
        Assert.Equal(["actions", "name"], judged["used"]!["fields"]!.AsArray().Select(field => (string?)field).Order());
    }

    [Fact]
    public async Task Document_AskedForAgainWithItsTag_IsNotSentAgain()
    {
        var first = await engine.Client.SendAsync(HttpMethod.Get, "/api/v1/openapi.json", null, null);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/openapi.json");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.ETag);

        Assert.Equal("application/json", first.ContentType);
        Assert.Equal(304, (await engine.Client.SendAsync(again)).Status);
    }

    /// <summary>What the host itself lists as its functions when it starts.</summary>
    [Fact]
    public async Task Document_Operations_AreThoseTheHostServes()
    {
        await using var process = await EngineProcess.StartAsync(null, ("LOG_LEVEL", "Information"));
        var api = await ApiDescription.ReadAsync(process.Client);
        // Pages for people are no part of the API.
        var listed = process.Output.Where(line => line.Contains(", level ", StringComparison.Ordinal) && !line.Contains(" Dashboard", StringComparison.Ordinal)).ToList();

        Assert.All(api.Operations, operation => Assert.Contains(listed, line => line.Contains($"{operation.Function}: ", StringComparison.Ordinal)));
        Assert.Equal(api.Operations.Select(operation => operation.Function).Distinct().Count(), listed.Count);
    }

    [Fact]
    public async Task Examples_All_FitTheirSchemas()
    {
        var api = await ApiDescription.ReadAsync(engine.Client);
        var check = new SchemaCheck(api);
        List<string> wrong = [];
        foreach (var operation in api.Operations)
        {
            if (operation.Body is { } body) Check($"{operation.Id} asks", body);
            foreach (var parameter in operation.Json["parameters"]?.AsArray() ?? [])
                if (parameter!["example"] is not null) Check($"{operation.Id} {parameter["name"]}", parameter.AsObject());
            foreach (var (status, response) in operation.Json["responses"]!.AsObject())
            {
                foreach (var (_, content) in api.Resolve(response!)["content"]?.AsObject() ?? [])
                {
                    if (content!["examples"] is null) Check($"{operation.Id} answers {status}", content.AsObject());
                    foreach (var (name, example) in content["examples"]?.AsObject() ?? [])
                        if (check.WhyWrong(example!["value"], content["schema"]!) is { } reason) wrong.Add($"{name}: {reason}");
                }
            }
        }

        foreach (var (name, schema) in api.Json["components"]!["schemas"]!.AsObject())
            foreach (var example in schema!["examples"]?.AsArray() ?? [])
                if (check.WhyWrong(example, schema) is { } reason) wrong.Add($"{name}: {reason}");
        Assert.True(wrong.Count == 0, $"docs/openapi.md tells where examples come from; one in OpenApi/Examples that is outdated is recorded anew, or deleted:\n{string.Join('\n', wrong)}");

        void Check(string what, JsonObject holder)
        {
            if (!holder.ContainsKey("example")) wrong.Add($"{what}: no example");
            else if (check.WhyWrong(holder["example"], holder["schema"]!) is { } reason) wrong.Add($"{what}: {reason}");
        }
    }
}
