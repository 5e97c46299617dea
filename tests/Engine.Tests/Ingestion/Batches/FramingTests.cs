using System.Text;
using CsCheck;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Batches;

/// <summary>How events are framed makes no difference to what they are.</summary>
public sealed class FramingTests
{
    private static readonly Gen<string> Break = Gen.OneOf("\n", "\r\n", "\n\n", "\n \t\r\n", "\r\n\r\n");

    [Fact]
    public void Read_ArrayOrLines_GiveTheSameEvents() =>
        Gen.Select(Bodies.Event.List[1, 20], Break).Sample((events, lineBreak) =>
        {
            using var array = Bodies.Read($"[{string.Join(",", events)}]");
            using var lines = Bodies.Read(string.Join(lineBreak, events));
            using var closed = Bodies.Read(lineBreak + string.Join(lineBreak, events) + lineBreak);

            Assert.Equal(events, array.Texts());
            Assert.Equal(events, lines.Texts());
            Assert.Equal(events, closed.Texts());
        });

    [Fact]
    public void Read_LinesWithBrokenOnes_KeepTheirPlaces() =>
        Gen.Select(Bodies.Event.List[2, 8], Gen.OneOf("{", "nope", "{}{}", "[1", "\"open"), Gen.Int[1, 100]).Sample((events, broken, at) =>
        {
            var place = 1 + (at % (events.Count - 1));
            using var batch = Bodies.Read(string.Join('\n', [.. events[..place], broken, .. events[place..]]));

            Assert.Equal(events.Count + 1, batch.Entries.Count);
            Assert.NotNull(batch.Entries[place].Fault);
            Assert.Equal(broken, batch.Entries[place].Payload());
            Assert.Equal(events, batch.Entries.Where(entry => entry.Fault is null).Select(entry => entry.Json.GetRawText()));
        });

    [Fact]
    public void Read_AnyBytes_GiveABatchOrAFault() =>
        Gen.OneOf(Gen.Byte.Array[0, 60], Gen.OneOf((byte)'{', (byte)'}', (byte)'"', (byte)'\n', (byte)'[', (byte)',', (byte)'\\', (byte)'u', (byte)0xEF).Array[0, 40])
            .Sample(body => Bodies.FaultOf(body));

    [Theory]
    [InlineData("{}")]
    [InlineData(" \r\n {\n} \n")]
    [InlineData("{\"a\":\n{\"b\":1}\n}")]
    [InlineData("null")]
    public void Read_OneValue_IsOneEvent(string body)
    {
        using var batch = Bodies.Read(body);

        Assert.Single(batch.Entries);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("[]")]
    [InlineData("[{}")]
    [InlineData("[{}]]")]
    [InlineData("[{},]")]
    [InlineData("{}\u0000")]
    [InlineData("// no\n")]
    public void Read_NothingOrOneBrokenText_HasNoEvents(string body) => Assert.NotNull(Bodies.FaultOf(body));

    [Fact]
    public void Read_LinesInCarriageReturnsAlone_AreNone() => Assert.NotNull(Bodies.FaultOf("{}\r{}"));

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("[{\"a\":1}]")]
    [InlineData("{\"a\":1}\n{\"a\":1}")]
    public void Read_ByteOrderMarkInFront_IsPassedOver(string body)
    {
        using var batch = Bodies.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)]);

        Assert.All(batch.Texts(), text => Assert.Equal("{\"a\":1}", text));
    }
}
