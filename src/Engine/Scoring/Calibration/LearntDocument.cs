using System.Globalization;
using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Calibration;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Statistics.Classification;
using PersonalizationEngine.Engine.Scoring.Models;

namespace PersonalizationEngine.Engine.Scoring.Calibration;

/// <summary>Writes a learnt model as the API for scoring models takes it.</summary>
internal static class LearntDocument
{
    private const string NewKey = "learnt";
    private const int RulesOfGroup = 100, LongestName = 100;

    /// <param name="live">What the draft is for keeps its name, its messages and whether it is active; null for a new model, which is not.</param>
    public static string Write(
        LeadModel? live, LearntModel learnt, TimeSplit split, ModelQuality draft, ModelQuality present, DateTimeOffset now)
    {
        var document = new JsonObject
        {
            ["key"] = live?.Key ?? NewKey,
            ["name"] = live?.Name ?? "Learnt from conversions",
            ["active"] = live?.Active ?? false,
        };
        if (live?.Description is { } description) document["description"] = description;
        if (live is not null && live.Json.TryGetProperty("crossings", out var crossings)) document["crossings"] = JsonNode.Parse(crossings.GetRawText());
        document["thresholds"] = new JsonObject
        {
            [LeadSegment.WarmLead.Name()] = learnt.Thresholds.Warm,
            [LeadSegment.HotLead.Name()] = learnt.Thresholds.Hot,
            [LeadSegment.SalesReady.Name()] = learnt.Thresholds.SalesReady,
        };
        document["groups"] = Groups(learnt);
        document["calibration"] = Calibration(learnt, split, draft, present, now);
        return document.ToJsonString();
    }

    private static JsonArray Groups(LearntModel learnt)
    {
        var (engagement, fit) = (new JsonArray(), new JsonArray());
        for (var i = 0; i < learnt.Features.Count; i++)
        {
            if (learnt.Points[i] == 0) continue;
            if (learnt.Features[i] is FactorFeature factor)
                engagement.Add(new JsonObject { ["key"] = factor.Factor.Name(), ["points"] = learnt.Points[i], ["factor"] = factor.Factor.Name() });
            else if (learnt.Features[i] is AttributeFeature attribute)
                fit.Add(FitRule(attribute, learnt.Points[i], fit.Count + 1));
        }

        if (learnt.Offset != 0) fit.Add(Everybody(learnt.Offset));
        var groups = new JsonArray();
        if (engagement.Count > 0) groups.Add(new JsonObject { ["key"] = "engagement", ["kind"] = "engagement", ["rules"] = engagement });
        // A group takes so many rules at most.
        var number = 0;
        foreach (var some in fit.ToArray().Chunk(RulesOfGroup))
        {
            fit.Clear();
            groups.Add(new JsonObject { ["key"] = string.Create(CultureInfo.InvariantCulture, $"fit-{++number}"), ["kind"] = "fit", ["rules"] = new JsonArray(some) });
        }

        return groups;
    }


    private static JsonObject Everybody(double points) => new()
    {
        ["key"] = "everybody",
        ["name"] = "Everybody who is known",
        ["points"] = points,
        ["when"] = new JsonObject { ["known"] = true },
    };

    private static JsonObject FitRule(AttributeFeature attribute, double points, int number)
    {
        JsonNode when = attribute.Level.Kind switch
        {
            AttributeKind.Missing => new JsonObject { ["$exists"] = false },
            AttributeKind.Boolean => JsonValue.Create(attribute.Level.Boolean),
            _ => JsonValue.Create(attribute.Level.Text),
        };
        var name = attribute.Level.Kind == AttributeKind.Missing ? $"{attribute.Path} is not known" : $"{attribute.Path}: {when}";
        return new JsonObject
        {
            ["key"] = string.Create(CultureInfo.InvariantCulture, $"fit-rule-{number}"),
            ["name"] = name.Length <= LongestName ? name : name[..LongestName],
            ["points"] = points,
            ["when"] = new JsonObject { [attribute.Path] = when },
        };
    }

    private static JsonObject Calibration(LearntModel learnt, TimeSplit split, ModelQuality draft, ModelQuality present, DateTimeOffset now)
    {
        var calibration = new JsonObject { ["trained_at"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) };
        if (learnt.Curve is PlattCurve platt) (calibration["intercept"], calibration["slope"]) = (-platt.B, -platt.A);
        else if (learnt.Curve is IsotonicCurve isotonic)
            calibration["points"] = new JsonArray([.. isotonic.Steps.Select(step => new JsonObject { ["score"] = step.Score, ["probability"] = step.Probability })]);
        calibration["quality"] = new JsonObject
        {
            [LeadModelDrafts.WorseField] = draft.IsWorseThan(present),
            ["held_out_from"] = split.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["held_out_looks"] = split.Later.Count,
            ["draft"] = Figures(draft),
            ["live"] = Figures(present),
        };
        return calibration;
    }

    private static JsonObject Figures(ModelQuality quality) => new()
    {
        ["auc"] = quality.Area?.Value,
        ["brier"] = quality.Probabilities.Brier,
        ["log_loss"] = quality.Probabilities.LogLoss,
        ["calibration_error"] = quality.Probabilities.CalibrationError,
        ["sales_ready_precision"] = quality.SalesReady.Rate,
    };
}
