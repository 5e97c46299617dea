using System.Text;
using PersonalizationEngine.Engine.Ingestion.Batches;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Batches;

/// <summary>A thousand events fill a request; one more is seen, to be refused, and nothing beyond is looked at.</summary>
public sealed class BoundsTests
{
    [Theory]
    [InlineData(999, 999)]
    [InlineData(1000, 1000)]
    [InlineData(1001, 1001)]
    [InlineData(1002, 1001)]
    [InlineData(50_000, 1001)]
    public void Read_ManyEvents_StopsOneBeyondTheBound(int sent, int read)
    {
        using var array = Bodies.Read($"[{string.Join(",", Enumerable.Repeat("{}", sent))}]");
        using var lines = Bodies.Read(string.Join('\n', Enumerable.Repeat("{}", sent)));

        Assert.Equal((read, read), (array.Entries.Count, lines.Entries.Count));
    }

    [Fact]
    public void Read_BlankLines_DoNotCount()
    {
        using var batch = Bodies.Read(string.Join("\n\r\n \n", Enumerable.Repeat("{}", EventBatch.MaxEvents)));

        Assert.Equal(EventBatch.MaxEvents, batch.Entries.Count);
    }

    [Fact]
    public void Read_OneEventOfAMebibyte_IsRead()
    {
        var text = $"{{\"a\":\"{new string('x', EventBatch.MaxBytes - 8)}\"}}";
        using var batch = Bodies.Read(text);

        Assert.Equal(EventBatch.MaxBytes, Encoding.UTF8.GetByteCount(text));
        Assert.Equal([text], batch.Texts());
    }

    [Fact]
    public void Read_NestedTooDeeply_IsAFaultAndNoCrash()
    {
        var deep = new string('[', 100_000);

        Assert.NotNull(Bodies.FaultOf(deep));
        using var batch = Bodies.Read($"{{}}\n{deep}");
        Assert.NotNull(batch.Entries[1].Fault);
    }

    [Fact]
    public void Read_TextThatIsNone_IsThatEventsFaultAlone()
    {
        using var array = Bodies.Read("[{\"a\":\"\\ud800\"},{\"a\":1}]");
        using var lines = Bodies.Read([.. "{\"a\":1}\n{\"a\":\""u8, 0xFF, .. "\"}\n{\"a\":2}"u8]);

        Assert.Equal([true, false], array.Entries.Select(entry => entry.Fault is not null));
        Assert.Equal([false, true, false], lines.Entries.Select(entry => entry.Fault is not null));
    }

    [Fact]
    public void Dispose_OfABatch_GivesItsDocumentsBack()
    {
        var batch = Bodies.Read("{\"a\":1}\n{\"a\":2}");
        var json = batch.Entries[1].Json;
        batch.Dispose();

        Assert.Throws<ObjectDisposedException>(() => json.GetProperty("a"));
    }
}
