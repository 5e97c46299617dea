using System.Text.Json;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Core.Tests.Documents;

public sealed class DocumentDiffTests
{
    [Theory]
    [InlineData("""{"a": 1}""", """{"a": 1.0}""", "")]
    [InlineData("""{"a": 1, "b": null}""", """{"a": 1}""", "")]
    [InlineData("""{"a": 1, "b": 2}""", """{"b": 2, "a": 1}""", "")]
    [InlineData("""{"a": 1}""", """{"a": 2}""", "/a")]
    [InlineData("""{"a": {"b": {"c": 1}}}""", """{"a": {"b": {"c": 2, "d": 3}}}""", "/a/b/c /a/b/d")]
    [InlineData("""{"a": [1, 2, 3]}""", """{"a": [1, 5]}""", "/a/1 /a/2")]
    [InlineData("""{"a": [{"x": 1}]}""", """{"a": [{"x": 2}]}""", "/a/0/x")]
    [InlineData("""{"a/b": {"~": 1}}""", """{}""", "/a~1b")]
    [InlineData("""{"a": {}}""", """{"a": []}""", "/a")]
    public void Between_TwoDocuments_NamesWhatDiffers(string before, string after, string pointers) => Assert.Equal(
        pointers.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        DocumentDiff.Between(JsonElement.Parse(before), JsonElement.Parse(after)).Select(change => change.Pointer));

    [Fact]
    public void Between_SomethingAndNothing_IsTheWholeDocument()
    {
        var change = Assert.Single(DocumentDiff.Between(null, JsonElement.Parse("{}")));

        Assert.Equal(("", null), (change.Pointer, change.Before));
        Assert.Empty(DocumentDiff.Between(null, null));
    }
}
