using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Feed.Evaluation;

/// <summary>The engine's answer as tables: for each way of hiding one by model, and one by model and length of history.</summary>
internal static class EvaluationText
{
    public static string Of(JsonObject answer)
    {
        var k = (int?)answer["k"] ?? 0;
        var text = new StringBuilder();
        text.AppendLine(
            $"{FigureText.Count(answer["people"])} people, {FigureText.Count(answer["items"])} items,"
            + $" {FigureText.Count(answer["pairs"])} pairs of person and item; evaluated in"
            + string.Create(CultureInfo.InvariantCulture, $" {(double?)answer["seconds"]:0.0} s."));
        foreach (var protocol in answer["protocols"] as JsonArray ?? []) AddProtocol(text, protocol!, k);
        text.AppendLine().Append("Ranges are 95 % intervals. These are figures of the past: people could only meet what they found or were shown.");
        return text.ToString();
    }

    private static void AddProtocol(StringBuilder text, JsonNode protocol, int k)
    {
        text.AppendLine().AppendLine(Heading(protocol));
        if ((string?)protocol["reason"] is { } reason)
        {
            text.AppendLine($"Nobody was judged: {reason}");
            return;
        }

        var models = (protocol["models"] as JsonArray ?? []).Select(model => model!).ToArray();
        text.AppendLine(
            $"{FigureText.Count(protocol["judged_people"])} of {FigureText.Count(protocol["able_people"])} people judged;"
            + $" {FigureText.Count(protocol["learnt_pairs"])} pairs learnt, {FigureText.Count(protocol["hidden_pairs"])} hidden,"
            + $" {FigureText.Count(protocol["unknown_pairs"])} of these left out: their items could not be shown then.");
        text.AppendLine().Append(TextTable.Of([ModelHeadings(k), .. models.Select(ModelRow)]));
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"nDCG@{k} by how many items people had met:");
        text.Append(BandTable(models));
    }

    private static string Heading(JsonNode protocol)
    {
        var asOf = ((DateTimeOffset?)protocol["as_of"])?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return (string?)protocol["protocol"] == "temporal"
            ? $"TEMPORAL: hidden is what was met from {asOf} UTC on, the last fifth."
            : "RANDOM: hidden is a fifth of each history, from anywhere in it.";
    }

    private static string[] ModelHeadings(int k) =>
        ["model", .. ((string[])["recall", "nDCG", "MAP", "hit rate", "precision"]).Select(name => $"{name}@{k}"), "coverage", "novelty", "diversity"];

    private static string[] ModelRow(JsonNode model)
    {
        var all = model["everybody"];
        return
        [
            (string?)model["model"] ?? "",
            FigureText.WithInterval(all?["recall"]),
            FigureText.WithInterval(all?["ndcg"]),
            FigureText.WithInterval(all?["map"]),
            FigureText.Mean(all?["hit_rate"]),
            FigureText.Mean(all?["precision"]),
            FigureText.Share(all?["coverage"]),
            FigureText.Mean(all?["novelty"], "0.00"),
            FigureText.Mean(all?["diversity"]),
        ];
    }

    /// <summary>All models were asked for the same people and so have the same bands.</summary>
    private static string BandTable(JsonNode[] models)
    {
        var bands = models.Select(model => (model["bands"] as JsonArray ?? []).Select(band => band!).ToArray()).ToArray();
        var first = bands.FirstOrDefault() ?? [];
        return TextTable.Of(
        [
            ["items", .. first.Select(BandName)],
            ["people", .. first.Select(band => FigureText.Count(band["people"]))],
            .. models.Select((model, row) => (string[])[(string?)model["model"] ?? "", .. bands[row].Select(band => FigureText.WithInterval(band["ndcg"]))]),
        ]);
    }

    private static string BandName(JsonNode band)
    {
        var (from, to) = ((int?)band["from_items"], (int?)band["to_items"]);
        return to is null ? $"{from}+" : from == to ? $"{from}" : $"{from}-{to}";
    }
}
