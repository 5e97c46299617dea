using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Demo;

public sealed class TruthFileTests(DefaultMonth fixture)
{
    [Fact]
    public void Write_DefaultMonth_TellsOfEveryPersonUnderTheIdTheEngineSees()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "truth.csv");

        TruthFile.Write(path, fixture.Month.People);

        var lines = File.ReadAllLines(path);
        Assert.Equal("person_id,tribe,intent,converted", lines[0]);
        Assert.Equal(DefaultMonth.Plan.People + 1, lines.Length);
        Assert.StartsWith("lena-cold,chart-makers,", lines[1], StringComparison.Ordinal);
        var converted = lines.Count(line => line.EndsWith(",true", StringComparison.Ordinal));
        Assert.Equal(fixture.Month.People.Count(month => month.Converted), converted);
        var seen = fixture.Sent.Select(sent => sent.Text("user_id") ?? sent.Text("anonymous_id")).ToHashSet();
        Assert.InRange(lines.Skip(1).Count(line => seen.Contains(line.Split(',')[0])) / (double)DefaultMonth.Plan.People, 0.9, 1);
    }
}
