using System.Collections.Frozen;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PersonalizationEngine.Adapters.Liquid;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Bench;

/// <summary>One message is rendered: an email of 6 KiB with eight tracked links and a loop, and an SMS of a line.</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private static readonly Workshop Workshop = new(
        new LiquidLanguage(), new MessageLinks(new LinkTokens(new LinkKey(new byte[32])), new LinkOptions("https://mail.shop.example", FrozenSet.ToFrozenSet(["email"]), false)),
        Topics.None, TimeProvider.System);

    private static readonly AttributeMap Person = AttributeJson.ReadMap(JsonElement.Parse("""
        {"id":"u-42","known":true,"name":"Ada","email":"ada@example.com","score":51,"segment":"hot_lead","language":"en","timezone":"Europe/Berlin",
         "traits":{"plan":"pro","seats":4},"factors":{"page_views_last_7d":12,"email_opens":3,"email_clicks":2},"consent":{"email":true},"utm":{},"device":{}}
        """));

    private static readonly AttributeMap Data = AttributeJson.ReadMap(JsonElement.Parse("""
        {"items":[{"title":"Chair","price":20.5},{"title":"Desk & lamp","price":9},{"title":"Shelf","price":49},{"title":"Rug","price":89}],"code":"SPRING"}
        """));

    private static readonly TemplateFacts Facts = new("u-42", Person, Data, "msg_0193a1b2c3d4e5f60718293a4b5c6d7e", null, "ada@example.com");

    private static readonly MessageTemplateSource Source = MessageTemplateDocument.Read(JsonSerializer.SerializeToElement(new
    {
        key = "spring",
        name = "Spring",
        channels = new
        {
            email = new
            {
                subject = "{{ person.name | default: 'Hello' }}, new for you",
                preheader = "With code {{ data.code }}",
                html = "<html><body><h1>Hello {{ person.name | default: 'there' }}</h1>" + string.Concat(Enumerable.Repeat("<p>Some words that stand in every email, and more of them, so that it is as long as one.</p>", 50))
                    + "<ul>{% for item in data.items %}<li><a href=\"https://shop.example/items?title={{ item.title | url_encode }}\">{{ item.title }}</a> {{ item.price | round: 2 }}</li>{% endfor %}</ul>"
                    + "{% if person.score > 50 %}<p><a href=\"https://shop.example/vip\">For you alone</a></p>{% endif %}<p>Until {{ 'now' | add_days: 7 | date: '%d.%m.' }} with {{ data.code }}</p>"
                    + "<p><a href=\"https://shop.example/\">Shop</a> <a href=\"https://shop.example/help\">Help</a> <a href=\"{{ preferences_url }}\">Choose</a></p></body></html>",
            },
            sms = new { text = "{{ person.name }}: your code is {{ data.code }}" },
        },
    })).Value!;

    private static readonly CompiledTemplate Template = CompiledTemplate.Of(Source, Workshop, new List<DocumentFault>())!;

    [Benchmark(Baseline = true)]
    public Rendered Email() => Template.Render("email", Facts);

    [Benchmark]
    public Rendered Sms() => Template.Render("sms", Facts);

    [Benchmark]
    public CompiledTemplate? Compile() => CompiledTemplate.Of(Source, Workshop, []);
}
