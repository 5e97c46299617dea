using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>Templates as marketers write, try and change them.</summary>
public sealed class TemplateTests(MessagingEngine engine) : IClassFixture<MessagingEngine>
{
    private const string Hostile = "<script>alert(1)</script>\r\nBcc: all@example.com\" onload='x' {{ person.email }}";

    [Fact]
    public async Task Template_FromDraftToRemoved_HasVersionsAndAHistory()
    {
        var document = MessagingEngine.Email("Hello", "<p>1</p>", "offers");
        var added = (await engine.Client.AdminAsync(HttpMethod.Post, "templates", document.ToJsonString())).AssertOk();
        var path = $"templates/{added.Json["id"]}";
        Assert.Equal((201, "\"1\""), (added.Status, added.ETag));
        (await engine.Client.AdminAsync(HttpMethod.Post, "templates", document.ToJsonString())).AssertProblem(409);

        var sentBack = (await engine.Client.AdminAsync(HttpMethod.Put, path, added.Body, "\"1\"")).AssertOk();
        Assert.Equal(document["channels"]!.ToJsonString(), sentBack.Json["channels"]!.ToJsonString());
        var changed = document.With("name", "Other");
        (await engine.Client.AdminAsync(HttpMethod.Put, path, changed.ToJsonString(), "\"1\"")).AssertProblem(412);
        (await engine.Client.AdminAsync(HttpMethod.Put, path, changed.ToJsonString(), "\"2\"")).AssertOk();
        Assert.Equal(3, (await engine.Client.AdminAsync(HttpMethod.Get, $"{path}/versions")).AssertOk().Json["items"]!.AsArray().Count);
        Assert.Equal("/name", (string)(await engine.Client.AdminAsync(HttpMethod.Get, $"{path}/diff?from=1&to=3")).AssertOk().Json["changes"]![0]!["pointer"]!);
        Assert.Equal("An email", (string)(await engine.Client.AdminAsync(HttpMethod.Post, $"{path}/rollback", """{"version":1}""")).AssertOk().Json["name"]!);
        Assert.Contains(path["templates/".Length..], (await engine.Client.AdminAsync(HttpMethod.Get, "templates?limit=200")).AssertOk().Json["items"]!.AsArray().Select(one => $"{one!["id"]}"));
        (await engine.Client.AdminAsync(HttpMethod.Delete, path)).AssertOk();
        (await engine.Client.AdminAsync(HttpMethod.Get, path)).AssertProblem(404);
    }

    [Theory]
    [InlineData("Hello {{ person.name", "channels.email.subject", "line 1, column 7")]
    [InlineData("{% include 'x' %}", "channels.email.subject", "include is not known")]
    [InlineData("{{ person.name | shout }}", "channels.email.subject", "shout")]
    public async Task Add_FaultyLiquid_IsRefusedWithItsPlace(string subject, string field, string says)
    {
        var answer = await engine.Client.AdminAsync(HttpMethod.Post, "templates", MessagingEngine.Email(subject, "x").ToJsonString());

        answer.AssertProblem(400, field);
        Assert.Contains(says, (string)answer.Json["errors"]![0]!["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"key":"k","name":"n","channels":{}}""", "channels.email")]
    [InlineData("""{"key":"K!","name":"n","channels":{"sms":{"text":"x"}}}""", "key")]
    [InlineData("""{"key":"k","name":"n","channels":{"fax":{"text":"x"}}}""", "channels.fax")]
    [InlineData("""{"key":"k","name":"n","channels":{"email":{"subject":"x"}}}""", "channels.email.html")]
    [InlineData("""{"key":"k","name":"n","topic":"weather","channels":{"sms":{"text":"x"}}}""", "topic")]
    [InlineData("""{"key":"k","name":"n","defaults":{"name":"x"},"channels":{"sms":{"text":"x"}}}""", "defaults.name")]
    [InlineData("""{"key":"k","name":"n","languages":{"de":{"sms":{"txt":"x"}}},"channels":{"sms":{"text":"x"}}}""", "languages.de.sms.txt")]
    [InlineData("""{"key":"k","name":"n","channels":{"push":{"title":"t","body":"b","data":{"a":1}}}}""", "channels.push.data.a")]
    public async Task Add_DocumentThatCannotBe_NamesTheField(string document, string field) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "templates", document)).AssertProblem(400, field);

    [Fact]
    public async Task Preview_HostileValues_StayTextInEveryChannel()
    {
        var user = await engine.PersonAsync(Hostile.Replace("\r\n", "\n", StringComparison.Ordinal), "ada@example.com");
        var template = new JsonObject
        {
            ["key"] = Defined.NewKey(),
            ["name"] = "All",
            ["channels"] = new JsonObject
            {
                ["email"] = new JsonObject { ["subject"] = "To {{ person.name }}", ["html"] = "<b title=\"{{ person.name }}\">{{ person.name }}</b><a href=\"{{ data.link }}\">x</a>", ["text"] = "{{ person.name }}" },
                ["sms"] = new JsonObject { ["text"] = "{{ person.name }}" },
                ["push"] = new JsonObject { ["title"] = "{{ person.name }}", ["body"] = "{{ person.name }}", ["url"] = "https://shop.example/?q={{ person.name }}", ["data"] = new JsonObject { ["a"] = "{{ person.name }}" } },
                ["website"] = new JsonObject { ["title"] = "{{ person.name }}", ["body"] = "{{ data.text }}", ["url"] = "{{ data.link }}" },
            },
        };
        var data = new JsonObject { ["text"] = Hostile, ["link"] = "javascript:alert(1)" };

        var email = await engine.PreviewAsync(user, "email", template, data);
        Assert.DoesNotContain("<script", (string)email["html"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", (string)email["html"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("title=\"<", (string)email["html"]!, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', (string)email["subject"]!);
        Assert.Contains("{{ person.email }}", (string)email["subject"]!, StringComparison.Ordinal);
        Assert.Contains(email["warnings"]!.AsArray(), warning => ((string)warning!).Contains("a link was taken out", StringComparison.Ordinal));
        Assert.StartsWith("<script>", (string)(await engine.PreviewAsync(user, "sms", template, data))["text"]!, StringComparison.Ordinal);
        var push = await engine.PreviewAsync(user, "push", template, data);
        Assert.DoesNotContain('<', (string)push["url"]!);
        Assert.DoesNotContain('\n', (string)push["subject"]!);
        Assert.StartsWith("<script>", (string)push["data"]!["a"]!, StringComparison.Ordinal);
        var website = await engine.PreviewAsync(user, "website", template, data);
        Assert.Null(website["text"]);
        Assert.Contains("url: must begin with", (string)website["fault"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_ForAPerson_SpeaksTheirLanguageWithDefaultsAndWarnings()
    {
        var user = await engine.PersonAsync("Ada", language: "de-AT");
        var template = new JsonObject
        {
            ["key"] = Defined.NewKey(),
            ["name"] = "Code",
            ["defaults"] = new JsonObject { ["person.traits.plan"] = "free", ["data.code"] = 7 },
            ["channels"] = new JsonObject { ["sms"] = new JsonObject { ["text"] = "Hello" } },
            ["languages"] = new JsonObject { ["de"] = new JsonObject { ["sms"] = new JsonObject { ["text"] = "Hallo {{ person.name }}: {{ data.code }} {{ person.traits.plan }} {{ data.gift }}{{ data.none | default: '!' }} 😀" } } },
        };

        var sms = await engine.PreviewAsync(user, "sms", template);

        Assert.Equal("Hallo Ada: 7 free ! 😀", (string)sms["text"]!);
        Assert.Equal("text: data.gift is unknown and has no default", (string)Assert.Single(sms["warnings"]!.AsArray())!);
        Assert.Equal(("ucs-2", 1, "😀"), ((string)sms["sms"]!["encoding"]!, (int)sms["sms"]!["segments"]!, (string)sms["sms"]!["outside_gsm"]![0]!));
    }

    [Fact]
    public async Task Preview_OfAStoredTemplate_KnowsTheLatestVersion()
    {
        var user = await engine.PersonAsync();
        var document = MessagingEngine.Email("One {{ data.n }}", "<p>x</p>");
        var id = (long)(await engine.Client.AdminAsync(HttpMethod.Post, "templates", document.ToJsonString())).AssertOk().Json["id"]!;
        var question = new JsonObject { ["user_id"] = user, ["channel"] = "email", ["data"] = new JsonObject { ["n"] = 1 } }.ToJsonString();

        Assert.Equal("One 1", (string)(await engine.Client.AdminAsync(HttpMethod.Post, $"templates/{id}/preview", question)).AssertOk().Json["subject"]!);
        (await engine.Client.AdminAsync(HttpMethod.Put, $"templates/{id}", MessagingEngine.Email("Two", "x").With("key", document["key"]!.DeepClone()).ToJsonString())).AssertOk();
        Assert.Equal("Two", (string)(await engine.Client.AdminAsync(HttpMethod.Post, $"templates/{id}/preview", question)).AssertOk().Json["subject"]!);
        (await engine.Client.AdminAsync(HttpMethod.Post, "templates/999999/preview", question)).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Post, $"templates/{id}/preview", """{"channel":"sms","user_id":"u"}""")).AssertProblem(400, "channel");
        (await engine.Client.AdminAsync(HttpMethod.Post, $"templates/{id}/preview", """{"channel":"email"}""")).AssertProblem(400, "user_id");
    }
}
