using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

public sealed class RuleEditingTests(SharedEngine engine)
{
    private const string Nowhere = "9223372036854775807";

    [Fact]
    public async Task Add_Rule_AnswersItWithItsPlaceAndVersion()
    {
        var sent = Defined.Rule(Defined.For("nobody"), Defined.Show("banner", "x")).With("priority", 7).With("description", "why");
        var answer = await engine.Client.AdminAsync(HttpMethod.Post, "rules", sent.ToJsonString());

        Assert.Equal(201, answer.Status);
        answer.Json.AssertShape(
            "id:number", "name:string", "description:string?", "priority:number", "active:boolean", "conditions:object", "actions:array",
            "start_date:instant?", "end_date:instant?", "holdout:number?", "version:number", "created_at:instant", "updated_at:instant");
        Assert.Equal(($"/api/v1/admin/rules/{answer.Json["id"]}", "\"1\""), (answer.Location, answer.ETag));
        Assert.Equal((7, true, 1), ((int)answer.Json["priority"]!, (bool)answer.Json["active"]!, (int)answer.Json["version"]!));
        Assert.True(JsonNode.DeepEquals(sent["conditions"], answer.Json["conditions"]));
        Assert.True(JsonNode.DeepEquals(sent["actions"], answer.Json["actions"]));
    }

    [Fact]
    public async Task Get_Rule_AnswersWhatWasAdded()
    {
        var added = await AddAsync();
        var read = await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{added.Json["id"]}");

        Assert.Equal((200, added.ETag, added.Body), (read.Status, read.ETag, read.Body));
    }

    [Fact]
    public async Task Put_WhatGetAnswered_ChangesNothingButTheVersion()
    {
        var added = await AddAsync();
        var put = await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{added.Json["id"]}", added.Body, added.ETag);

        Assert.Equal((200, "\"2\""), (put.Status, put.ETag));
        var (before, after) = (added.Json.AsObject().With("version", null).With("updated_at", null), put.Json.AsObject().With("version", null).With("updated_at", null));
        Assert.True(JsonNode.DeepEquals(before, after), put.Body);
    }

    [Fact]
    public async Task Put_WithAnOldTag_IsRefusedAndChangesNothing()
    {
        var added = await AddAsync();
        var path = $"rules/{added.Json["id"]}";
        (await engine.Client.AdminAsync(HttpMethod.Put, path, added.Json.AsObject().With("name", "second").ToJsonString(), added.ETag)).AssertOk();

        var late = await engine.Client.AdminAsync(HttpMethod.Put, path, added.Json.AsObject().With("name", "late").ToJsonString(), added.ETag);

        late.AssertProblem(412);
        Assert.Equal("second", (string?)(await engine.Client.AdminAsync(HttpMethod.Get, path)).Json["name"]);
    }

    [Theory]
    [InlineData("\"99\"")]
    [InlineData("\"abc\"")]
    [InlineData("W/\"1\"")]
    [InlineData("\"\"")]
    public async Task PutAndDelete_WithATagThatIsNotTheVersion_AreRefused(string ifMatch)
    {
        var added = await AddAsync();

        (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{added.Json["id"]}", added.Body, ifMatch)).AssertProblem(412);
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{added.Json["id"]}", null, ifMatch)).AssertProblem(412);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    public async Task Put_WithoutAVersion_TakesWhateverIsThere(string? ifMatch)
    {
        var added = await AddAsync();
        for (var version = 2; version <= 3; version++)
        {
            var put = await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{added.Json["id"]}", added.Body, ifMatch);
            Assert.Equal(version, (int)put.AssertOk().Json["version"]!);
        }
    }

    [Fact]
    public async Task Delete_Rule_IsGoneForGood()
    {
        var added = await AddAsync();
        var path = $"rules/{added.Json["id"]}";
        var deleted = await engine.Client.AdminAsync(HttpMethod.Delete, path, null, added.ETag);

        Assert.Equal((204, ""), (deleted.Status, deleted.Body));
        (await engine.Client.AdminAsync(HttpMethod.Get, path)).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Delete, path)).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Put, path, added.Body)).AssertProblem(404);
    }

    [Fact]
    public async Task Add_AfterADelete_NeverGivesAnIdAgain()
    {
        var first = await AddAsync();
        await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{first.Json["id"]}");

        Assert.True((long)(await AddAsync()).Json["id"]! > (long)first.Json["id"]!);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("one")]
    [InlineData("1.5")]
    [InlineData("9223372036854775808")]
    [InlineData("1 or 1=1")]
    public async Task Id_ThatIsNone_IsRefused(string id)
    {
        var path = $"rules/{Uri.EscapeDataString(id)}";

        (await engine.Client.AdminAsync(HttpMethod.Get, path)).AssertProblem(400, "id");
        (await engine.Client.AdminAsync(HttpMethod.Put, path, "{}")).AssertProblem(400, "id");
        (await engine.Client.AdminAsync(HttpMethod.Delete, path)).AssertProblem(400, "id");
    }

    [Fact]
    public async Task Id_NobodyHas_IsNotFound()
    {
        (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{Nowhere}")).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{Nowhere}")).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{Nowhere}", Defined.Rule(Defined.For("x"), Defined.Show("a", 1)).ToJsonString())).AssertProblem(404);
    }

    private async Task<EngineResponse> AddAsync() => (await engine.Client.AdminAsync(
        HttpMethod.Post, "rules", Defined.Rule(Defined.For("nobody"), Defined.Show("banner", "x")).ToJsonString())).AssertOk();
}
