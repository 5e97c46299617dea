using CsCheck;
using EmbeddedHost.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Tests.Routing;

public sealed class RouteOverlapTests
{
    private static readonly RouteOverlap Overlap = new(new RouteConstraints(new ServiceCollection()
        .AddLogging().AddRouting().BuildServiceProvider().GetRequiredService<ParameterPolicyFactory>()));

    [Theory]
    [InlineData("items", "ITEMS")]
    [InlineData("items/{id}", "items/popular")]
    [InlineData("items/{id}", "items/{name}")]
    [InlineData("items/{id:int}", "items/{name:alpha}")]
    [InlineData("items/{id:int}", "items/42")]
    [InlineData("items/{id?}", "items")]
    [InlineData("items/{page=1}", "items")]
    [InlineData("{*path}", "items/{id}")]
    [InlineData("{*path}", "{other?}")]
    [InlineData("files/{**path}", "files/a/b/c")]
    [InlineData("{file}.json", "data.json")]
    [InlineData("v{major}/items", "v1/items")]
    [InlineData("{a}.{b?}", "plain")]
    public void Exists_TemplatesWithACommonPath_IsTrue(string one, string other) => AssertBothWays(expected: true, one, other);

    [Theory]
    [InlineData("items", "people")]
    [InlineData("items/{id}", "items")]
    [InlineData("items/{id}", "items/{id}/similar")]
    [InlineData("items/{id:int}", "items/popular")]
    [InlineData("items/{id:guid}", "items/popular")]
    [InlineData("items/{id?}", "people/{id?}")]
    [InlineData("files/{**path}", "items/a")]
    [InlineData("{file}.json", "health")]
    [InlineData("v{major}/items", "health/items")]
    public void Exists_TemplatesWithoutACommonPath_IsFalse(string one, string other) =>
        AssertBothWays(expected: false, one, other);

    /// <summary>Against routing itself: whatever path two templates both match, they are said to overlap.</summary>
    [Fact]
    public void Exists_PathMatchedByBothTemplates_IsTrue()
    {
        var segment = Gen.OneOf("a", "b", "{x}", "{y:int}", "v{z}");
        var tail = Gen.OneOf("", "/{o?}", "/{*rest}", "/7");
        var template = Gen.Select(segment.List[1, 3], tail, (segments, end) => string.Join('/', Distinct(segments)) + end);
        var path = Gen.OneOf("a", "b", "7", "v1").List[1, 4].Select(segments => "/" + string.Join('/', segments));
        Gen.Select(template, template, path).Sample((one, other, path) =>
        {
            if (Matches(one, path) && Matches(other, path)) AssertBothWays(expected: true, one, other);
        });
    }

    private static IEnumerable<string> Distinct(IEnumerable<string> segments) =>
        segments.Select((segment, i) => segment.Replace("x", $"x{i}").Replace("y", $"y{i}").Replace("z", $"z{i}"));

    private static bool Matches(string template, string path)
    {
        var matcher = new Microsoft.AspNetCore.Routing.Template.TemplateMatcher(
            Microsoft.AspNetCore.Routing.Template.TemplateParser.Parse(template), []);
        var values = new RouteValueDictionary();
        return matcher.TryMatch(path, values)
            && values.Where(value => value.Key[0] == 'y').All(value => int.TryParse((string?)value.Value, out _));
    }

    private static void AssertBothWays(bool expected, string one, string other)
    {
        Assert.Equal(expected, Overlap.Exists(RoutePatternFactory.Parse(one), RoutePatternFactory.Parse(other)));
        Assert.Equal(expected, Overlap.Exists(RoutePatternFactory.Parse(other), RoutePatternFactory.Parse(one)));
    }
}
