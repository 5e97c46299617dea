using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Engine.Scoring.Models.Backtesting;

/// <summary>Adds up a backtest.</summary>
internal sealed class BacktestTally(IReadOnlyList<DateTimeOffset> instants, TimeSpan within, DateTimeOffset now)
{
    private const int SampleSize = 5;

    private static readonly LeadSegment[] Segments = Enum.GetValues<LeadSegment>();

    private readonly Dictionary<DateTimeOffset, (int People, int Moved)> _instants = instants.ToDictionary(at => at, _ => (0, 0));
    private readonly Dictionary<(LeadSegment From, LeadSegment To), (int Count, HashSet<string> Sample)> _moves = [];
    private readonly (int Count, int Converted)[] _draft = new (int, int)[Segments.Length], _live = new (int, int)[Segments.Length];
    private bool _isCounted;

    public IReadOnlyList<DateTimeOffset> Instants => instants;

    public void Note(LeadEvidence lead) => _isCounted |= lead.Counted.Count > 0;

    public void Add(string person, DateTimeOffset at, LeadSegment before, LeadSegment after, IEnumerable<DateTimeOffset> conversions)
    {
        var (people, moved) = _instants[at];
        _instants[at] = (people + 1, moved + (before == after ? 0 : 1));
        if (before != after)
        {
            var (count, sample) = _moves.GetValueOrDefault((before, after), (0, new HashSet<string>(StringComparer.Ordinal)));
            if (sample.Count < SampleSize) sample.Add(person);
            _moves[(before, after)] = (count + 1, sample);
        }

        // Who had converted already cannot be won any more, and of whom it is not over nobody knows yet.
        var first = conversions.Select(conversion => (DateTimeOffset?)conversion).FirstOrDefault();
        if (first <= at || at + within > now) return;
        var converted = first <= at + within ? 1 : 0;
        _draft[(int)after] = (_draft[(int)after].Count + 1, _draft[(int)after].Converted + converted);
        _live[(int)before] = (_live[(int)before].Count + 1, _live[(int)before].Converted + converted);
    }

    public BacktestReport Report(int people, bool isSample, CompiledLeadModel draft, CompiledLeadModel? live) => new(
        people,
        isSample,
        [.. instants.Select(at => new BacktestInstant(at, _instants[at].People, _instants[at].Moved))],
        [
            .. _moves.OrderByDescending(move => move.Value.Count).ThenBy(move => move.Key)
                .Select(move => new SegmentMove(move.Key.From, move.Key.To, move.Value.Count, [.. move.Value.Sample.Order(StringComparer.Ordinal)])),
        ],
        Outcomes(_draft),
        Outcomes(_live),
        [.. Limits(draft, live)]);

    private static List<SegmentOutcome> Outcomes((int Count, int Converted)[] counted) =>
        [.. Segments.Select(segment => new SegmentOutcome(segment, counted[(int)segment].Count, counted[(int)segment].Converted))];

    private IEnumerable<ScoreLimit> Limits(CompiledLeadModel draft, CompiledLeadModel? live)
    {
        CompiledLeadModel?[] both = [draft, live];
        if (both.Any(model => model?.Model.Rules.Any(rule => rule is FitRule) is true)) yield return ScoreLimit.ProfileOfToday;
        if (_isCounted && both.Any(model => model is null or { AsksFactors: true })) yield return ScoreLimit.FactorsOfNow;
        if (_isCounted && both.Any(model => model is { AsksActs: true })) yield return ScoreLimit.ActsOnlyCounted;
    }
}
