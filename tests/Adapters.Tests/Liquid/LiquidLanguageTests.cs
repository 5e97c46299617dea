using System.Text.Json;
using PersonalizationEngine.Adapters.Liquid;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Adapters.Tests.Liquid;

public sealed class LiquidLanguageTests
{
    private static readonly LiquidLanguage Language = new();

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 19, 30, 0, TimeSpan.Zero);

    private static readonly AttributeMap Variables = AttributeJson.ReadMap(JsonElement.Parse("""
        {
          "person": { "name": "Ada <b>", "score": 51, "share": 0.5, "known": true, "traits": { "plan": "pro" }, "tags": ["b", "<i>", "a"] },
          "data": {
            "items": [{ "title": "Chair", "price": 20, "sale": true }, { "title": "Desk & lamp", "price": 9.5, "sale": false }],
            "empty": "", "when": "2026-12-24T23:30:00Z", "lines": "one\ntwo <3", "link": "https://example.com/?a=1&b=2"
          }
        }
        """));

    public static TheoryData<string, string> Cases => new()
    {
        { "plain", "plain" },
        { "", "" },
        { "{{ person.name }}", "Ada <b>" },
        { "{{ person.traits.plan | upcase }}", "PRO" },
        { "{{ person.score }} {{ person.share }} {{ person.known }}", "51 0.5 true" },
        { "{{ person.name | default: 'there' }}, {{ data.none | default: \"there\" }}, {{ data.empty | default: 'x' }}", "Ada <b>, there, x" },
        { "{% if person.score > 50 %}hot{% elsif person.score > 20 %}warm{% else %}cold{% endif %}", "hot" },
        { "{% unless person.known %}a{% else %}b{% endunless %}", "b" },
        { "{% case person.traits.plan %}{% when 'free' %}f{% when 'pro', 'max' %}p{% else %}e{% endcase %}", "p" },
        { "{% for item in data.items %}{{ forloop.index }}{{ item.title }}{% unless forloop.last %}, {% endunless %}{% endfor %}", "1Chair, 2Desk & lamp" },
        { "{% for item in data.items limit: 1 %}{{ item.price }}{% endfor %}", "20" },
        { "{% for i in (1..3) %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "13" },
        { "{% for i in data.none %}x{% else %}none{% endfor %}", "none" },
        { "{% assign total = data.items[0].price | plus: data.items[1].price %}{{ total }}", "29.5" },
        { "{% capture line %}{{ person.name }}!{% endcapture %}{{ line | size }}", "8" },
        { "{% for i in (1..4) %}{% cycle 'a', 'b' %}{% endfor %}", "abab" },
        { "{% increment n %}{% increment n %}", "01" },
        { "{% comment %}{{ nothing {% endcomment %}x", "x" },
        { "{% raw %}{{ person.name }}{% endraw %}", "{{ person.name }}" },
        { "a {{- 1 -}} b", "a1b" },
        { "a {%- if true -%} b {%- endif -%} c", "abc" },
        { "{{ person.tags | sort | join: ',' }}", "<i>,a,b" },
        { "{{ person.tags | reverse | first }}{{ person.tags | last }}{{ person.tags | size }}{{ person.tags.size }}", "aa33" },
        { "{{ data.items | map: 'title' | join }}", "Chair Desk & lamp" },
        { "{{ data.items | where: 'sale' | map: 'title' | join }}", "Chair" },
        { "{{ data.items | where: 'title', 'Chair' | size }}", "1" },
        { "{{ 'b,a,b' | split: ',' | uniq | join: '' }}", "ba" },
        { "{{ 'hello world' | truncate: 8 }} {{ 'one two three' | truncatewords: 2 }}", "hello... one two..." },
        { "{{ 'hello' | capitalize }}{{ ' x ' | strip }}{{ 'a-b' | replace: '-', '+' }}{{ 'aa' | replace_first: 'a', 'b' }}{{ 'aba' | remove: 'b' }}", "Helloxa+bbaaa" },
        { "{{ 'abcdef' | slice: 2, 3 }}{{ 'abc' | slice: -1 }}", "cdec" },
        { "{{ 'a b&c' | url_encode }}", "a%20b%26c" },
        { "{{ 7 | divided_by: 2 }} {{ 7.0 | divided_by: 2.5 }} {{ 7 | modulo: 4 }} {{ 2.567 | round: 2 }} {{ 2.1 | ceil }} {{ 2.9 | floor }} {{ -3 | abs }}", "3 2.8 3 2.57 3 2 3" },
        { "{{ 0.1 | plus: 0.2 }} {{ 3 | times: 4 }} {{ 5 | at_most: 3 }} {{ 5 | at_least: 9 }} {{ 'x' | plus: 1 }}", "0.3 12 3 9 1" },
        { "{{ data.when | date: '%d.%m.%Y %H:%M' }}", "25.12.2026 00:30" },
        { "{{ data.when | date: '%H:%M', 'America/New_York' }}", "18:30" },
        { "{{ 'now' | date }} {{ 'now' | add_days: 2 | date }} {{ data.when | days_until }}", "2026-11-23 2026-11-25 32" },
        { "{{ 'nonsense' | date: '%Y' }}", "nonsense" },
        { "{{ data.lines }}", "one\ntwo <3" },
        { "{{ data.items }}", "" },
        { "{{ data.items[0]['title'] }}{{ data['items'][1].price }}", "Chair9.5" },
        { "{% if data.items contains 'x' or person.tags contains 'a' %}y{% endif %}", "y" },
        { "{% if data.none == nil and data.empty == empty %}y{% endif %}", "y" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Render_PlainText_SaysWhatLiquidSays(string source, string expected) => Assert.Equal(expected, Render(source, Escaping.None));

    [Theory]
    [InlineData("{{ person.name }}", "Ada &lt;b&gt;")]
    [InlineData("{{ person.name | raw }}", "Ada <b>")]
    [InlineData("{{ person.name | raw }}{{ person.name }}", "Ada <b>Ada &lt;b&gt;")]
    [InlineData("{{ person.name | raw | append: '<i>' }}", "Ada &lt;b&gt;&lt;i&gt;")]
    [InlineData("{{ person.name | escape }}", "Ada &lt;b&gt;")]
    [InlineData("{{ person.tags }}", "b&lt;i&gt;a")]
    [InlineData("{{ person.tags | join: '<br>' }}", "b&lt;br&gt;&lt;i&gt;&lt;br&gt;a")]
    [InlineData("{{ data.lines | newline_to_br }}", "one<br />\ntwo &lt;3")]
    [InlineData("{% capture x %}<b>{{ person.name }}</b>{% endcapture %}{{ x }}", "<b>Ada &lt;b&gt;</b>")]
    [InlineData("{% assign x = person.name %}{{ x }}", "Ada &lt;b&gt;")]
    [InlineData("{% cycle person.name, 'x' %}", "Ada &lt;b&gt;")]
    [InlineData("{{ person.name\n | upcase\n }}", "ADA &lt;B&gt;")]
    [InlineData("{% for t in person.tags %}{{ t }}{% endfor %}", "b&lt;i&gt;a")]
    [InlineData("<a href=\"{{ data.link }}\">", "<a href=\"https://example.com/?a=1&amp;b=2\">")]
    public void Render_Html_EscapesWhatIsPutIn(string source, string expected) => Assert.Equal(expected, Render(source, Escaping.Html));

    [Theory]
    [InlineData("{{ data.link }}", "https://example.com/?a=1&b=2")]
    [InlineData("https://x.example/?q={{ person.name }}", "https://x.example/?q=Ada%20%3Cb%3E")]
    public void Render_Url_EncodesAllButAWholeAddress(string source, string expected) => Assert.Equal(expected, Render(source, Escaping.Url));

    [Theory]
    [InlineData("one\n  {{ person.name | nope }}", 2, 3, "nope")]
    [InlineData("{{ person.name", 1, 1, "not closed")]
    [InlineData("{% if a %}\n{% for b in c %}\n{% endif %}", 3, 1, "endif cannot close for")]
    [InlineData("x{% if a %}", 1, 2, "endif is missing")]
    [InlineData("{% endif %}", 1, 1, "closes nothing")]
    [InlineData("\n\n {% include 'x' %}", 3, 2, "include is not known")]
    [InlineData("{% extends 'x' %}", 1, 1, "extends is not known")]
    [InlineData("{% block x %}{% endblock %}", 1, 1, "block is not known")]
    [InlineData("{% render 'x' %}", 1, 1, "render is not known")]
    [InlineData("{% layout %}", 1, 1, "layout is not known")]
    [InlineData("{{ (1..5) }}", 1, 1, "ranges")]
    [InlineData("{{ x | shown: 1 }}", 1, 1, "shown")]
    [InlineData("ab {{ }}", 1, 4, "nothing to show")]
    [InlineData("{% raw %} x", 1, 1, "endraw is missing")]
    [InlineData("a\n{% for x y %}{% endfor %}", 2, 1, "for")]
    [InlineData("{% assign %}", 1, 1, "assign")]
    public void Compile_Faulty_TellsWhere(string source, int line, int column, string says)
    {
        var (text, fault) = Language.Compile(source, Escaping.None);

        Assert.Null(text);
        Assert.Contains(says, fault!.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Fact]
    public void Render_UnknownNames_TellsThemUnlessTheyHaveADefault()
    {
        var rendered = Language.Compile("{{ data.a }}{{ data.b | default: 1 }}{{ person.name }}{{ data.c.d | upcase }}{% if data.e %}{% endif %}", Escaping.None).Text!.Render(Scope());

        Assert.Equal("1Ada <b>", rendered.Text);
        Assert.Equal(["data.a"], rendered.Missing);
    }

    private static string? Render(string source, Escaping escaping)
    {
        var (text, fault) = Language.Compile(source, escaping);
        Assert.Null(fault);
        var rendered = text!.Render(Scope());
        Assert.Null(rendered.Fault);
        return rendered.Text;
    }

    private static ITemplateScope Scope() => Language.Prepare(new TemplateWords(Variables, Now, "Europe/Berlin"));
}
