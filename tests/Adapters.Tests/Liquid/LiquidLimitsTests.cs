using System.Text.Json;
using CsCheck;
using PersonalizationEngine.Adapters.Liquid;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Adapters.Tests.Liquid;

/// <summary>No template crashes the host, hangs it or fills its memory, and none lets a value through as markup.</summary>
public sealed class LiquidLimitsTests
{
    private const string Evil = "<script>\"'&";

    private const int MostCharacters = 600_000;

    private static readonly LiquidLanguage Language = new();

    private static readonly AttributeMap Variables = AttributeJson.ReadMap(JsonElement.Parse("""{"person":{"name":"<script>\"'&","tags":["<script>"]},"data":{"n":3}}"""));

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{%", "%}", "{{-", "-}}", "{% if person.name %}", "{% endif %}", "{% for i in (1..9) %}", "{% for i in person.tags reversed %}", "{% endfor %}", "{% else %}",
        "{% assign x = person.name | append: x %}", "{% capture x %}", "{% endcapture %}", "{% raw %}", "{% endraw %}", "{% comment %}", "{% endcomment %}", "{% cycle person.name, x %}",
        "{{ person.name }}", "{{ x }}", "{{ x | upcase }}", "{{ person.tags | join: person.name }}", "{{ person | size }}", "{{ i | times: i }}", "{% case x %}", "{% when 1 %}", "{% endcase %}",
        "{% include 'a' %}", "| raw", "'", "\"", "\n", "<b>", " ", "person.name", "(1..2)", "{% unless x %}", "{% endunless %}", "{{ x | date: '%Y' }}", "{{ x | split: '' | sort | uniq | reverse | map: 'a' }}",
        "{% break %}", "{% continue %}", "{{ forloop.index | divided_by: 0 }}", "{{ x[person.name] }}", "{{ ['person'].name }}", "{{ 'a' | truncate: -1 }}", "{{ x | slice: -5, 99 }}", "{% increment x %}", "\0", "😀", "{{ x | round: 99 }}",
    ];

    [Fact]
    public void Compile_AnyPieces_NeitherFailsNorLetsMarkupThrough() => OneOf(Pieces).Array[0, 14].Sample(
        pieces =>
        {
            var source = string.Concat(pieces);
            var (text, fault) = Language.Compile(source, Escaping.Html);
            Assert.True(text is null != fault is null);
            if (text is null) return;
            var rendered = text.Render(Scope());
            Assert.True(rendered.Text is null != rendered.Fault is null);
            Assert.True((rendered.Text ?? "").Length <= MostCharacters);
            if (!source.Contains("raw", StringComparison.Ordinal)) Assert.DoesNotContain("<script", rendered.Text ?? "", StringComparison.OrdinalIgnoreCase);
        },
        iter: 20_000);

    [Fact]
    public void Compile_AnyText_DoesNotFail() => Gen.String[0, 60].Sample(
        source =>
        {
            var (text, fault) = Language.Compile(source, Escaping.Html);
            Assert.True(text is null != fault is null);
            if (text is not null) Assert.True(text.Render(Scope()) is { Text: null } or { Fault: null });
        },
        iter: 5000);

    [Theory]
    [InlineData("{% for a in (1..1000) %}{% for b in (1..1000) %}{% for c in (1..1000) %}{% for d in (1..1000) %}{% assign x = a %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}", "longer than 2 s")]
    [InlineData("{% for a in (1..2000000000) %}{% endfor %}", "")]
    [InlineData("{% for a in (1..1000) %}{% for b in (1..1000) %}some words and more of them {% endfor %}{% endfor %}", "characters")]
    [InlineData("{% assign x = 'xxxxxxxxxx' %}{% for a in (1..1000) %}{% assign x = x | append: x %}{% endfor %}", "characters")]
    [InlineData("{% assign x = 'xxxxxxxxxx' %}{% for a in (1..1000) %}{% assign x = x | replace: 'x', 'xx' %}{% endfor %}", "characters")]
    [InlineData("{% for a in (1..1000) %}{% capture x %}{{ x }}{{ x }}yyyyyyyyyyyyyyy{% endcapture %}{% endfor %}", "characters")]
    [InlineData("{% assign x = 'a,b' | split: ',' %}{% for a in (1..1000) %}{% assign x = x | join: 'aaaaaaaaaaaaaaaaaaaaaaaa' | split: 'a' %}{% endfor %}", "elements")]
    [InlineData("{{ 1 | divided_by: 0 }}", "divided by 0")]
    [InlineData("{{ 'now' | date: '%999999999d' }}", "date format")]
    public void Render_TooMuch_EndsWithAReason(string source, string says)
    {
        var (text, fault) = Language.Compile(source, Escaping.Html);
        Assert.Null(fault);

        var rendered = text!.Render(Scope());

        Assert.Null(rendered.Text);
        Assert.Contains(says, rendered.Fault!, StringComparison.Ordinal);
    }

    /// <summary>On a stack a quarter as deep as usual.</summary>
    [Fact]
    public void Compile_DeepAndLongSources_AreRefusedBeforeTheStackIsUsedUp()
    {
        string[] sources =
        [
            string.Concat(Enumerable.Repeat("{% if a %}", 10_000)), string.Concat(Enumerable.Repeat("{% for a in b %}", 3000)) + string.Concat(Enumerable.Repeat("{% endfor %}", 3000)),
            $"{{% if {string.Join(" and ", Enumerable.Repeat("a", 10_000))} %}}{{% endif %}}", $"{{{{ {string.Join('.', Enumerable.Repeat("a", 100_000))} }}}}",
            new string('{', 100_000), string.Concat(Enumerable.Repeat("{{ a }}", 10_000)), new string('x', 600_000), $"{{{{ {new string('(', 900)} }}}}", $"{{{{ a{string.Concat(Enumerable.Repeat("[a", 400))} }}}}",
            $"{{% if {string.Join(" or ", Enumerable.Repeat("a", 190))} %}}{{% endif %}}",
        ];
        var thread = new Thread(
            () =>
            {
                foreach (var source in sources) _ = Language.Compile(source, Escaping.Html).Text?.Render(Scope());
            },
            256 * 1024);
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Filters_OfTheLibraryUnderOurNames_AreAllReplaced()
    {
        foreach (var (source, expected) in new[] { ("{{ person.tags | size }}", "1"), ("{{ person.name | default: 'x' | size }}", $"{Evil.Length}"), ("{{ person | downcase }}", ""), ("{{ person.tags | replace: 'a' }}", "<script>"), ("{{ person | sort | size }}", "1") })
        {
            var rendered = Language.Compile(source, Escaping.None).Text!.Render(Scope());
            Assert.True(rendered.Fault is null || source.Contains("sort", StringComparison.Ordinal), $"{source}: {rendered.Fault}");
            if (rendered.Fault is null && !source.Contains("sort", StringComparison.Ordinal)) Assert.Equal(expected, rendered.Text);
        }
    }

    private static ITemplateScope Scope() => Language.Prepare(new TemplateWords(Variables, DateTimeOffset.UnixEpoch, null));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
