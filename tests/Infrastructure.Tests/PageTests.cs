using System.Globalization;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>docs/azure.md names what is deployed, and its sums are sums.</summary>
public sealed partial class PageTests
{
    private static readonly string Page = File.ReadAllText(House.At("docs", "azure.md"));

    [Fact]
    public void Table_NamesEveryResource()
    {
        var deployed = Deployment.Names.SelectMany(name => Deployment.Of(name).Types).Where(type => type.Count(sign => sign == '/') == 1)
            .Where(type => type != "Microsoft.Insights/diagnosticSettings").Distinct(StringComparer.OrdinalIgnoreCase);

        Assert.All(deployed, type => Assert.Contains($"{type.Split('/')[1]}`", Page, StringComparison.Ordinal));
    }

    [Theory, InlineData(3), InlineData(4)]
    public void Sums_AreOfTheRowsAboveThem(int column)
    {
        var rows = Page.Split('\n').SkipWhile(line => !line.StartsWith("| part |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToArray();
        var sum = rows.TakeWhile(row => row[1] != "**Sum**").Sum(row => int.Parse(row[column], CultureInfo.InvariantCulture));

        Assert.Equal($"**{sum}**", rows.Single(row => row[1] == "**Sum**")[column]);
    }

    [Fact]
    public void Budgets_StandOnThePage()
    {
        var budgets = new[] { "dev", "prod" }.Select(name => Deployment.Of(name).One("Microsoft.Consumption/budgets").GetProperty("properties").GetProperty("amount").GetInt32());

        Assert.Contains($"budgets: {string.Join(" and ", budgets.Select(amount => amount.ToString("N0", CultureInfo.InvariantCulture)))}", Page, StringComparison.Ordinal);
    }

    /// <summary>The commands of the page name parameters and outputs there are.</summary>
    [Fact]
    public void SqlOfThePage_NamesTheOutputs() => Assert.All(
        Output().Matches(Page).Select(match => match.Value.Replace("_", "", StringComparison.Ordinal)).Distinct(),
        name => Assert.Contains(Template.All()[0].Members("outputs"), output => output.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex("APP_[A-Z_]+")]
    private static partial Regex Output();
}
