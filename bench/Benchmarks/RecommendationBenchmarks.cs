using BenchmarkDotNet.Attributes;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Bench;

/// <summary>One answer with everything asked for, out of 10,000 items, for people who met 50: see <see cref="Shop"/>.</summary>
[MemoryDiagnoser]
public class RecommendationBenchmarks
{
    private readonly RecommendationBuffer _answer = new();
    private Recommender _recommender = null!;
    private RecommendationQuery[] _questions = [];
    private int _next;

    [Params(RecommendationShelf.Personal, RecommendationShelf.Similar)]
    public RecommendationShelf Shelf { get; set; }

    [GlobalSetup]
    public void OpenShop()
    {
        _recommender = Shop.Open();
        _questions = Shop.Questions();
    }

    [GlobalCleanup]
    public void CloseShop() => _recommender.Dispose();

    /// <summary>Another person each time.</summary>
    [Benchmark]
    public int Answer()
    {
        _recommender.Ask(Shelf, _questions[_next++ % _questions.Length], _answer);
        return _answer.Items.Length;
    }

    /// <summary>The same as objects, sentences included.</summary>
    [Benchmark]
    public RecommendationPage AnswerAsPage() => _recommender.Ask(Shelf, _questions[_next++ % _questions.Length]);
}
