using PersonalizationEngine.Adapters.ClickHouse.Rows;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>What the numbers in the rows of one count stand for.</summary>
internal sealed class VisitTexts
{
    private const int LongestCampaignValue = 200;
    private const string CampaignPrefix = "utm_";

    private readonly Dictionary<long, Surroundings> _surroundings = [];
    private readonly Dictionary<long, AttributeMap> _campaigns = [];

    /// <summary>About how many visitors there are; those of several surroundings count more than once.</summary>
    public long Visitors { get; private set; }

    public static async Task<VisitTexts> ReadAsync(
        ClickHouseDatabase database, Question surroundings, Question campaigns, CancellationToken cancellationToken)
    {
        var texts = new VisitTexts();
        await foreach (var (number, found, visitors) in database.ReadAsync(surroundings, Around, cancellationToken))
        {
            texts._surroundings[number] = found;
            texts.Visitors += visitors;
        }

        await foreach (var (number, found) in database.ReadAsync(campaigns, LedBy, cancellationToken)) texts._campaigns[number] = found;
        return texts;
    }

    /// <summary>Of rows that came between the questions nothing is known; the next count tells.</summary>
    public Surroundings SurroundingsOf(long number) => _surroundings.GetValueOrDefault(number, Surroundings.Unknown);

    public AttributeMap CampaignOf(long number) => _campaigns.GetValueOrDefault(number, AttributeMap.Empty);

    private static (long Number, Surroundings Found, long Visitors) Around(ref RowReader row) =>
        (row.Int64(), Surroundings.Of(row.Text(), row.Text(), row.Text(), row.Text(), row.Text()), row.Int64());

    private static (long Number, AttributeMap Found) LedBy(ref RowReader row)
    {
        var number = row.Int64();
        var parameters = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        for (var count = row.Count(); count > 0 && !row.IsCut; count--)
        {
            var (name, value) = (row.Text(), row.Text());
            if (name.Length > CampaignPrefix.Length && value.Length is > 0 and <= LongestCampaignValue) parameters[name[CampaignPrefix.Length..]] = value;
        }

        return (number, new AttributeMap(parameters));
    }
}
