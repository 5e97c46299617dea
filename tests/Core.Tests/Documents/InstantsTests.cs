using System.Text.Json;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Core.Tests.Documents;

public sealed class InstantsTests
{
    [Theory]
    [InlineData("\"2026-05-14T09:30:00Z\"", "2026-05-14T09:30:00+00:00")]
    [InlineData("\"2026-05-14T09:30Z\"", "2026-05-14T09:30:00+00:00")]
    [InlineData("\"2026-05-14T09:30:00.125+02:00\"", "2026-05-14T07:30:00.125+00:00")]
    [InlineData("1778751000000", "2026-05-14T09:30:00+00:00")]
    [InlineData("946684800000", "2000-01-01T00:00:00+00:00")]
    public void Read_AcceptedForm_IsTheInstantInUtc(string json, string expected)
    {
        var instant = Instants.Read(JsonElement.Parse(json));

        Assert.Equal(DateTimeOffset.Parse(expected, null), instant);
        Assert.Equal(TimeSpan.Zero, instant!.Value.Offset);
    }

    [Theory]
    [InlineData("\"2026-05-14T09:30:00\"")]
    [InlineData("\"2026-05-14\"")]
    [InlineData("\"14.05.2026 09:30\"")]
    [InlineData("\"2026-13-01T00:00:00Z\"")]
    [InlineData("\"1999-12-31T23:59:59Z\"")]
    [InlineData("\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("\"2200-01-01T00:00:00Z\"")]
    [InlineData("\"\"")]
    [InlineData("1778751000")]
    [InlineData("1778751000000.5")]
    [InlineData("1e300")]
    [InlineData("-1")]
    [InlineData("true")]
    public void Read_AnythingElse_IsNone(string json) => Assert.Null(Instants.Read(JsonElement.Parse(json)));
}
