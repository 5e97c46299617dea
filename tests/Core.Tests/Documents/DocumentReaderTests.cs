using System.Text.Json;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Core.Tests.Documents;

public sealed class DocumentReaderTests
{
    [Fact]
    public void RefuseUnknown_ThousandsOfFields_ListsAHundred()
    {
        var fields = string.Join(',', Enumerable.Range(0, 5000).Select(number => $"\"field{number}\": 1"));
        var reader = new DocumentReader(JsonElement.Parse($"{{{fields}}}"));
        reader.RefuseUnknown("known");

        Assert.Equal(DocumentReader.MaxFaults, reader.Faults.Count);
    }

    [Fact]
    public void Text_TooLong_NamesFieldAndRange()
    {
        var reader = Reader("""{"name": "abcdef"}""");

        Assert.Null(reader.Text("name", 5));
        Assert.Equal(new DocumentFault("/name", "must be a text of 1 to 5 characters without U+0000"), Assert.Single(reader.Faults));
    }

    [Theory]
    [InlineData("""{"n": 0}""")]
    [InlineData("""{"n": 101}""")]
    [InlineData("""{"n": 1.5}""")]
    [InlineData("""{"n": "5"}""")]
    [InlineData("""{"n": 1e400}""")]
    [InlineData("""{"n": [5]}""")]
    public void Integer_NotAWholeNumberInRange_IsAFault(string json)
    {
        var reader = Reader(json);

        Assert.Null(reader.Integer("n", 1, 100));
        Assert.Equal("must be a whole number from 1 to 100", Assert.Single(reader.Faults).Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"n": null}""")]
    public void Required_AbsentOrNull_IsAFaultThatSaysWhatIsAccepted(string json)
    {
        var reader = Reader(json);

        Assert.Null(reader.Flag("n", required: true));
        Assert.Equal("is required: must be true or false", Assert.Single(reader.Faults).Message);
    }

    [Fact]
    public void Optional_AbsentOrNull_ReadsAsNullWithoutFault()
    {
        var reader = Reader("""{"a": null}""");

        Assert.Null(reader.Text("a", 5));
        Assert.Null(reader.Number("b", 0, 1));
        Assert.Empty(reader.Faults);
    }

    [Fact]
    public void Children_FaultInsideAnElement_PointsToIt()
    {
        var reader = Reader("""{"variants": [{"key": "a"}, {"key": 7}]}""");
        foreach (var child in reader.Children("variants", 1, 10)) child.Text("key", 10, required: true);

        var fault = Assert.Single(reader.Faults);
        Assert.Equal(("/variants/1/key", "variants[1].key"), (fault.Pointer, fault.Field));
    }

    [Fact]
    public void RefuseUnknown_MisspeltField_IsNamedWithTheKnownOnes()
    {
        var reader = Reader("""{"nmae": "x"}""");
        reader.RefuseUnknown("name", "id");

        Assert.Equal("is not known here; known are name, id", Assert.Single(reader.Faults).Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void Reader_NoObject_IsOneFaultWhateverIsAsked(string json)
    {
        var reader = Reader(json);
        reader.Text("a", 5, required: true);
        reader.Child("b", required: true);

        Assert.Equal(new DocumentFault("", "must be a JSON object"), Assert.Single(reader.Faults));
    }

    [Fact]
    public void Field_NameWithSlashAndTilde_ReadsAsWritten() => Assert.Equal("a/b~c", new DocumentFault("/a~1b~0c", "").Field);

    private static DocumentReader Reader(string json) => new(JsonElement.Parse(json));
}
