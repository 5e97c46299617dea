using System.Text.Json;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Adapters.Tests.Sql.Definitions;

public abstract class MessageTemplatesContract(IStores stores) : DefinitionsContract<MessageTemplateSource>(stores)
{
    [Fact]
    public async Task AddAsync_KeyIsTaken_AddsNothing()
    {
        await Definitions.AddAsync(Make("a"), Now, Ending);
        Assert.Null(await Definitions.AddAsync(Make("a"), Now, Ending));
        Assert.Equal(1, await VersionAsync());
    }

    [Fact]
    public async Task AddAsync_Texts_ComeBackAsTheyWereWritten()
    {
        var added = await Definitions.AddAsync(Make("a"), Now, Ending);
        var found = (await Definitions.FindAsync(added!.Id, Ending))!.Value;
        Assert.Equal("Grüße 😀 {{ person.name }}", found.Channels[0].Parts["text"]);
        Assert.True(found.TracksLinks["sms"]);
    }

    protected override (string Table, string Column) Json => ("message_templates", "definition");

    protected override MessageTemplateSource Make(string name) => MessageTemplateDocument.Read(JsonElement.Parse(
        $$$"""{"key":"{{{name}}}","name":"T","track_links":{"sms":true},"channels":{"sms":{"text":"Grüße 😀 {{ person.name }}"} } }""")).Value!;

    protected override string NameOf(MessageTemplateSource definition) => definition.Key;
}
