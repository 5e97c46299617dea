using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Segments;

/// <summary>Saved groups over HTTP, and their effect on the next decision.</summary>
public sealed class SavedGroupTests(SharedEngine engine)
{
    [Fact]
    public async Task Group_Changed_DecidesTheNextAnswer()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        var added = (await engine.Client.AdminAsync(HttpMethod.Post, "groups", Group(key))).AssertOk();
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(
            new JsonObject { ["id"] = new JsonObject { ["$inGroup"] = key } }, Defined.Show("hero", "x")));
        Assert.Null((await engine.Client.SlotAsync(user, "hero")).Rule);

        (await engine.Client.AdminAsync(HttpMethod.Put, $"groups/{added.Json["id"]}", Group(key, user, "other"), added.ETag)).AssertOk();
        Assert.Equal(rule, (await engine.Client.SlotAsync(user, "hero")).Rule);
        Assert.Null((await engine.Client.SlotAsync(Sent.NewId(), "hero")).Rule);
    }

    [Fact]
    public async Task Group_AddedReadListedAndRemoved_AnswersLikeEveryDefinition()
    {
        var added = await engine.Client.AdminAsync(HttpMethod.Post, "groups", Group(Defined.NewKey(), "a", "b"));
        Assert.Equal((201, "\"1\"", $"/api/v1/admin/groups/{added.Json["id"]}"), (added.Status, added.ETag, added.Location));
        added.Json.AssertShape(
            "id:number", "key:string", "name:string", "description:string?", "values:array", "version:number", "created_at:instant", "updated_at:instant");
        var path = $"groups/{added.Json["id"]}";
        var read = await engine.Client.AdminAsync(HttpMethod.Get, path);
        Assert.Equal((200, added.ETag, added.Body), (read.Status, read.ETag, read.Body));

        Assert.Equal(2, (int)(await engine.Client.AdminAsync(HttpMethod.Put, path, added.Body, added.ETag)).AssertOk().Json["version"]!);
        (await engine.Client.AdminAsync(HttpMethod.Put, path, added.Body, added.ETag)).AssertProblem(412);
        (await engine.Client.AdminAsync(HttpMethod.Post, "groups", added.Body)).AssertProblem(409);
        var listed = (await engine.Client.AdminAsync(HttpMethod.Get, "groups?limit=200")).AssertOk();
        Assert.Contains((long)added.Json["id"]!, listed.Json["items"]!.AsArray().Select(group => (long)group!["id"]!));

        Assert.Equal(204, (await engine.Client.AdminAsync(HttpMethod.Delete, path)).Status);
        (await engine.Client.AdminAsync(HttpMethod.Get, path)).AssertProblem(404);
    }

    [Theory]
    [InlineData("""{"key": "UPPER", "name": "n", "values": []}""", "key")]
    [InlineData("""{"key": "k", "values": []}""", "name")]
    [InlineData("""{"key": "k", "name": "n"}""", "values")]
    [InlineData("""{"key": "k", "name": "n", "values": "a"}""", "values")]
    [InlineData("""{"key": "k", "name": "n", "values": ["a", ["b"]]}""", "values[1]")]
    [InlineData("""{"key": "k", "name": "n", "values": [], "members": []}""", "members")]
    public async Task Group_ThatCannotBeRead_IsRefusedNamingTheField(string document, string field) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "groups", document)).AssertProblem(400, field);

    private static string Group(string key, params string[] values) => new JsonObject
    {
        ["key"] = key,
        ["name"] = "Some people",
        ["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]),
    }.ToJsonString();
}
