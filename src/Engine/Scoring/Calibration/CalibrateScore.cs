using System.Globalization;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring.Calibration;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using PersonalizationEngine.Core.Statistics.Classification;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring.Quality;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Scoring.Calibration;

/// <summary>
/// Learns a scoring model from who converted, on the earlier looks, and judges it on the later ones beside the live model.
/// </summary>
public sealed class CalibrateScore(
    ReadLooks looks, IDefinitions<LeadModel> models, NamedDefinitions named, ScoringRules rules, TimeProvider time)
{
    /// <summary>Fewer conversions, or fewer looks without one, in a part than that say nothing.</summary>
    public const int Fewest = 20;

    // Where profiles of converters change later so much more often, those left would no longer stand for all.
    private const double UnevenlyLeftOut = 0.1;

    public async Task<CalibrationResult> RunAsync(CalibrationQuestion question, CancellationToken cancellationToken)
    {
        var live = question.Model is { } key ? (await models.AllAsync(cancellationToken)).FirstOrDefault(model => model.Value.Key == key)?.Value : null;
        if (question.Model is not null && live is null) return new CalibrationResult.NotFound();

        var score = new ScoreAtLook(
            live is null ? null : new CompiledLeadModel(live, await named.ReadAsync(cancellationToken), rules.Signals), rules);
        var plan = await looks.PlanAsync(question.Looks, cancellationToken);
        var gathered = new GatherCases(looks, score, question.Attributes.Count > 0 || score.AsksProfile);
        await gathered.RunAsync(plan, cancellationToken);
        if (WhyNot(gathered) is { } reason) return new CalibrationResult.TooLittle(reason);

        var split = TimeSplit.Of(gathered.Cases, question.HeldOut, question.Looks.Horizon);
        return WhyNot("before", split.Earlier, split.At) is { } early ? new CalibrationResult.TooLittle(early)
            : WhyNot("from", split.Later, split.At) is { } late ? new CalibrationResult.TooLittle(late)
            : new CalibrationResult.Done(Learn(question, plan, gathered, split, live));
    }

    private CalibrationReport Learn(CalibrationQuestion question, LookPlan plan, GatherCases gathered, TimeSplit split, LeadModel? live)
    {
        IReadOnlyList<LearnableFeature> features =
        [
            .. FactorNames.All.Select(factor => new FactorFeature(factor)),
            .. question.Attributes.SelectMany(path => ProfileLevels.Of(split.Earlier, path)),
        ];
        var learnt = LearnModel.Fit(split.Earlier, features, question.Options);
        var draft = ModelQuality.Of(split.Later, one =>
        {
            var sum = learnt.SumOf(one);
            return (sum, learnt.SegmentOf(sum), learnt.Curve.ProbabilityOf(sum));
        });
        var says = ProbabilitiesOf(live, split.Earlier, question.Options.Curve);
        var present = ModelQuality.Of(split.Later, one => (one.LiveSum, one.LiveSegment, says(one.LiveSum)));
        var document = LearntDocument.Write(live, learnt, split, draft, present, time.GetUtcNow());
        return new CalibrationReport(question, plan, split, gathered.LeftOut, gathered.SampleShare, learnt, draft, present, document);
    }

    /// <summary>A live model that says no probabilities is given those that its points had in the earlier part.</summary>
    private static Func<double, double> ProbabilitiesOf(LeadModel? live, IReadOnlyList<CalibrationCase> earlier, CurveKind kind)
    {
        if (live?.Calibration is { } calibration) return calibration.Probability;
        return LearnModel.CurveOf([.. earlier.Select(one => new JudgedCase(one.LiveSum, one.Converted))], kind).ProbabilityOf;
    }

    private static string? WhyNot(GatherCases gathered)
    {
        var (conversions, left) = (gathered.Cases.Count(one => one.Converted), gathered.LeftOut);
        if (gathered.Cases.Count == 0) return "Nobody was looked at: there are no scores, or their horizon is not over yet.";
        var (others, leftOthers) = (gathered.Cases.Count - conversions, left.Looks - left.Conversions);
        var uneven = Share(left.Conversions, conversions) - Share(leftOthers, others);
        return Math.Abs(uneven) <= UnevenlyLeftOut ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Profiles changed after {Share(left.Conversions, conversions):P0} of the looks that were followed by a conversion and {Share(leftOthers, others):P0} of the others; what they were before is not kept. Learn without attributes.");

        static double Share(long left, long kept) => left == 0 ? 0 : (double)left / (left + kept);
    }

    private static string? WhyNot(string part, IReadOnlyList<CalibrationCase> cases, DateTimeOffset at)
    {
        var conversions = cases.Count(one => one.Converted);
        return conversions >= Fewest && cases.Count - conversions >= Fewest ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{part} {at:yyyy-MM-dd} there are {cases.Count:N0} looks, {conversions:N0} of them followed by a conversion; at least {Fewest} of both kinds are needed.");
    }
}
