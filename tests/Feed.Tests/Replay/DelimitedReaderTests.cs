using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Replay.Reading;

namespace Feed.Tests.Replay;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", "1:1|2 2:3|4")]
    [InlineData("a,b\r\n1,2\r\n3,4", "1:1|2 2:3|4")]
    [InlineData("\uFEFFa,b\n1,2\n", "1:1|2")]
    [InlineData("\n\na,b\n\n1,2\n   \n3,4\n", "1:1|2 2:3|4")]
    [InlineData("a;b\n1,5;2\n", "1:1,5|2")]
    [InlineData("a\tb\n1\t\n", "1:1|")]
    [InlineData("a|b\n1|2\n", "1:1|2")]
    [InlineData("a,b\n\"1,x\",\"say \"\"so\"\"\"\n", "1:1,x|say \"so\"")]
    [InlineData("a,b\n\"1\nand more\",2\n3,4\n", "1:1\nand more|2 2:3|4")]
    [InlineData("\"a\",\"b\"\n1,2\n", "1:1|2")]
    [InlineData("a,b\n5\" wide,2\n3,4\n", "1:5\" wide|2 2:3|4")]
    [InlineData("a\tb\n{\"k\":[1]}\t2\n", "1:{\"k\":[1]}|2")]
    public void Records_WellFormedText_GivesItsRows(string text, string expected) => Assert.Equal(expected, Read(text, "ab"));

    [Theory]
    [InlineData("a,b\n1,2,3\n4,5\n", "1:line 2: 3 fields, the header has 2 2:4|5")]
    [InlineData("a,b\n1\n4,5\n", "1:line 2: 1 fields, the header has 2 2:4|5")]
    [InlineData("a,b\n\"1,2\n3,4\n5,6\n", "1:line 2: a quote stands where none may, or is never closed 2:3|4 3:5|6")]
    [InlineData("a,b\n\"x\",5\" wide\n3,4\n", "1:line 2: a quote stands where none may, or is never closed 2:3|4")]
    [InlineData("a,b\n\"1\"x,2\n3,4\n", "1:line 2: a quote stands where none may, or is never closed 2:3|4")]
    [InlineData("a,b\n\"1,2\n3,4\n\"5\",6\n", "1:line 2: a quote stands where none may, or is never closed 2:3|4 3:5|6")]
    public void Records_MalformedRow_LosesThatRowOnly(string text, string expected) => Assert.Equal(expected, Read(text, "ab"));

    [Fact]
    public void Records_RowsBehindAQuotedBreak_KeepTheirLineNumbers()
    {
        using var folder = new TemporaryFolder();

        var lines = Records(folder.File("x.csv", "a,b\n\"1\n\n2\",3\n4,5\n6\n")).Select(record => record.Line);

        Assert.Equal([2, 5, 6], lines);
    }

    [Fact]
    public void Header_NamesWithBlanksAndTwins_AreTrimmedAndTheFirstCounts()
    {
        using var folder = new TemporaryFolder();

        var row = Assert.IsType<SourceRecord.Row>(Assert.Single(Records(folder.File("x.csv", " a ,b,a,\n1,2,3,\n"))));

        Assert.Equal(("1", "2", null), (row.Columns["a"], row.Columns["b"], row.Columns["c"]));
    }

    /// <summary>Each record as its number and its columns, or why it is malformed.</summary>
    private static string Read(string text, string columns)
    {
        using var folder = new TemporaryFolder();
        return string.Join(' ', Records(folder.File("x.csv", text)).Select((record, index) => $"{index + 1}:" + record switch
        {
            SourceRecord.Row row => string.Join('|', columns.Select(column => row.Columns[column.ToString()])),
            SourceRecord.Malformed malformed => $"line {malformed.Line}: {malformed.Reason}",
            _ => "",
        }));
    }

    private static List<SourceRecord> Records(string path)
    {
        Assert.True(SourceFile.Open(path, null).TryGet(out var reader, out _));
        using (reader) return [.. reader.Records()];
    }
}
