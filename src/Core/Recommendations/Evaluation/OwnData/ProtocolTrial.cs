using System.Globalization;
using PersonalizationEngine.Core.Recommendations.Algebra;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>One protocol: a recommender of its own learns what is not hidden, and is asked for the rest.</summary>
internal sealed class ProtocolTrial : IDisposable
{
    private readonly EvaluatedData _data;
    private readonly OwnDataOptions _options;
    private readonly RecommenderSettings _settings;
    private readonly DataSplit _split;
    private readonly DateTimeOffset _asOf;
    private readonly Recommender _recommender;

    public ProtocolTrial(EvaluationProtocol protocol, EvaluatedData data, OwnDataOptions options, RecommenderSettings settings)
    {
        (_data, _options, _settings) = (data, options, settings);
        _split = DataSplit.Of(protocol, data.Histories);
        _asOf = DateTimeOffset.UnixEpoch.AddMinutes(_split.Minute);
        _recommender = new Recommender(settings);
        Protocol = protocol;
    }

    public EvaluationProtocol Protocol { get; }

    public ProtocolReport Run()
    {
        Learn();
        var reachable = _recommender.Showable(new RecommendationQuery { Instant = _asOf }, _data.ItemIds).ToHashSet(StringComparer.Ordinal);
        var able = Able(reachable, out var unknown);
        JudgedPerson[] judged = [.. able.OrderBy(each => SeededOrder.Of(each.Person, 0)).Take(_options.People)];
        var report = new ProtocolReport(
            Protocol, null, _asOf, able.Count, judged.Length, _split.Learnt.PairCount, _split.HiddenPairs, unknown, []);
        if (judged.Length < OwnDataOptions.FewestPeople)
            return report with { JudgedPeople = 0, Reason = TooFew(judged.Length) };

        var (fame, labels) = (new ItemFame(_split.Learnt, _data.ItemIds), new ItemLabels(_data.Catalogue));
        var models = new RecommenderTrainer(_settings, _options.Cores).Train(_recommender.TrainingData());
        return report with { Contenders = [.. Contenders.Of(models, _settings).Select(each => Ask(each.Models).Report(each.Part))] };

        AskedLists Ask(TrainedModels contender)
        {
            var lists = new AskedLists(judged, _options.K, reachable.Count, fame, labels);
            _recommender.Use(contender);
            SharedLoop.Run(judged.Length, _options.Cores, () => new RecommendationBuffer(), (place, buffer) =>
            {
                _recommender.Ask(
                    RecommendationShelf.Personal,
                    new RecommendationQuery { PersonId = Name(judged[place].Person), Instant = _asOf, Limit = _options.K },
                    buffer);
                lists.Put(place, [.. buffer.Items.ToArray().Select(item => item.ItemId)]);
            });
            return lists;
        }
    }

    public void Dispose() => _recommender.Dispose();

    private void Learn()
    {
        _recommender.ReplaceCatalogue(_data.Catalogue);
        var learnt = _split.Learnt;
        for (var person = 0; person < learnt.PersonCount; person++)
        {
            var items = learnt.ItemsOf(person);
            var weights = learnt.WeightsOf(person);
            var minutes = learnt.MinutesOf(person);
            for (var place = 0; place < items.Length; place++)
            {
                var at = DateTimeOffset.UnixEpoch.AddMinutes(minutes[place]);
                _recommender.Learn(new Interaction(Name(person), _data.ItemIds[items[place]], "", Math.Clamp(weights[place], 1e-6, 1e6), at));
            }
        }
    }

    private List<JudgedPerson> Able(HashSet<string> reachable, out int unknown)
    {
        List<JudgedPerson> able = [];
        unknown = 0;
        for (var person = 0; person < _split.Hidden.Count; person++)
        {
            var relevant = _split.Hidden[person].Select(item => _data.ItemIds[item]).Where(reachable.Contains).ToHashSet(StringComparer.Ordinal);
            unknown += _split.Hidden[person].Length - relevant.Count;
            var known = _split.Learnt.ItemsOf(person).Length;
            if (known > 0 && relevant.Count > 0) able.Add(new JudgedPerson(person, known, relevant));
        }

        return able;
    }

    private string TooFew(int people) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OwnDataOptions.FewestPeople} people are needed who met something {(Protocol == EvaluationProtocol.Temporal ? $"before {_asOf:yyyy-MM-dd HH:mm} UTC and something else after it" : "besides what is hidden")}; there are {people}.");

    private static string Name(int person) => person.ToString(CultureInfo.InvariantCulture);
}
