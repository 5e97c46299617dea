using PersonalizationEngine.Adapters.ClickHouse.Rows;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>
/// Numbers in place of texts that few rows differ in, and the questions that tell what the numbers stand for. Numbers of
/// columns of low cardinality are made once for each text there is, not once for each row.
/// </summary>
internal static class TextSql
{
    /// <summary>More campaigns than that in a month are ids of single clicks: those beyond stay unknown.</summary>
    private const int MostCampaigns = 100_000;

    private const string OfCampaign = "mapFilter((name, value) -> startsWith(name, 'utm_') and value != '', url_parameters)";

    /// <summary>0 where the page had none.</summary>
    public const string Campaign =
        "if(arrayExists((name, value) -> startsWith(name, 'utm_') and value != '', mapKeys(url_parameters), mapValues(url_parameters)), "
        + $"toInt64(cityHash64(toString({OfCampaign}))), toInt64(0))";

    public const string Surroundings =
        "toInt64(cityHash64(country) + 3 * cityHash64(language) + 5 * cityHash64(device_type) + 7 * cityHash64(browser) + 11 * cityHash64(operating_system))";

    /// <summary>With about how many visitors there are of each.</summary>
    /// <param name="where">Which rows are looked at.</param>
    public static void AskForSurroundings(Question question, string visitor, string where) => question.Sql =
        $"select {Surroundings} as number, toString(any(country)), toString(any(language)), toString(any(device_type)), toString(any(browser)), "
        + $"toString(any(operating_system)), toInt64(uniqCombined({visitor})) from {RybbitSchema.Table} where {where} group by number";

    /// <param name="where">Which rows are looked at.</param>
    public static void AskForCampaigns(Question question, string where) => question.Sql =
        $"select {Campaign} as number, any({OfCampaign}) from {RybbitSchema.Table} where {where} and number != 0 group by number limit {MostCampaigns}";
}
