using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Replay.Reading;

namespace Feed.Tests.Replay;

public sealed class SourceFileTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n\n", "is empty")]
    [InlineData("[{\"type\":\"pageview\"}]", "is a JSON array")]
    public void Open_FileWithoutRecords_SaysSo(string content, string reason)
    {
        using var folder = new TemporaryFolder();

        Assert.False(SourceFile.Open(folder.File("x", content), null).TryGet(out _, out var failure));
        Assert.Contains(reason, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_MissingFile_SaysSo()
    {
        Assert.False(SourceFile.Open("/nowhere/at-all.csv", null).TryGet(out _, out var failure));
        Assert.Equal("/nowhere/at-all.csv is not there.", failure);
    }

    [Fact]
    public void Records_Ndjson_ReadsObjectsAndCountsTheRest()
    {
        using var folder = new TemporaryFolder();
        const string Content = "{'a':1,'b':{'c':'x','d':null}}\r\n\n{oops\n[1]\n{'a':1,'a':2}\n{'a.b':true}\n";
        var file = folder.File("x.ndjson", Content.Replace('\'', '"'));
        Assert.True(SourceFile.Open(file, null).TryGet(out var reader, out _));

        using (reader)
        {
            var records = reader.Records().ToList();
            var first = ((SourceRecord.Row)records[0]).Columns;
            Assert.Equal(("1", "x", "", null), (first["a"], first["b.c"], first["b.d"], first["b.e"]));
            Assert.Equal("true", ((SourceRecord.Row)records[4]).Columns["a.b"]);
            Assert.Equal([3, 4, 5], records.OfType<SourceRecord.Malformed>().Select(malformed => malformed.Line));
        }
    }

    [Theory]
    [InlineData("a,b;c,d", ',')]
    [InlineData("a;b;c,d", ';')]
    [InlineData("\"a;b;c;d\",e", ',')]
    [InlineData("a\tb", '\t')]
    [InlineData("alone", ',')]
    public void Guess_Header_PartsItMost(string header, char expected) => Assert.Equal(expected, Delimiter.Guess(header));

    [Theory]
    [InlineData("auto", true, null)]
    [InlineData("tab", true, '\t')]
    [InlineData("\\t", true, '\t')]
    [InlineData("#", true, '#')]
    [InlineData("\"", false, '"')]
    [InlineData("none", false, null)]
    public void TryParse_Delimiter_KnowsNamesAndCharacters(string text, bool expected, char? delimiter)
    {
        Assert.Equal(expected, Delimiter.TryParse(text, out var parsed));
        Assert.Equal(delimiter, parsed);
    }
}
