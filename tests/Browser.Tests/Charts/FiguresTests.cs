using PersonalizationEngine.Dashboard.Texts;

namespace PersonalizationEngine.Browser.Tests.Charts;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(-125, "2 min")]
    [InlineData(3_600, "1 h")]
    [InlineData(3_960, "1 h 6 min")]
    [InlineData(86_400 + 7_200, "1 d 2 h")]
    public void Span_Seconds_AreTheTwoLargestUnits(int seconds, string text) => Assert.Equal(text, Figures.Span(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0.0512, "5.1 %")]
    [InlineData(1, "100.0 %")]
    [InlineData(double.NaN, "–")]
    public void Percent_Shares_HaveOneDecimal(double share, string text) => Assert.Equal(text, Figures.Percent(share));

    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(1536, "1.5 KB")]
    [InlineData(153_600, "150 KB")]
    public void Bytes_AreInTheFittingUnit(long bytes, string text) => Assert.Equal(text, Figures.Bytes(bytes));

    [Theory]
    [InlineData(2.5, "+2.5")]
    [InlineData(-2.5, "−2.5")]
    [InlineData(0, "±0")]
    public void Change_Points_HaveTheirSign(double change, string text) => Assert.Equal(text, Figures.Change(change));
}
