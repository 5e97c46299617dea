using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class ConcurrencyTests
{
    private static readonly RecommenderSettings Tight =
        new() { HistoryCap = 20, AudienceCap = 20, SessionPartners = 20, OpenSessions = 100 };

    [Fact]
    public async Task Recommend_WhileOthersLearnTrainAndForget_KeepsItsPromises()
    {
        using var recommender = new Recommender(Tight);
        var ended = false;
        var readers = Enumerable.Range(0, 3).Select(number => Task.Run(() =>
        {
            var random = new Random(number);
            while (!Volatile.Read(ref ended)) Check(recommender, random.Next(40), random.Next(400));
        })).ToArray();

        var writer = new Random(7);
        for (var step = 0; step < 30_000; step++) Write(recommender, writer, step);
        Volatile.Write(ref ended, true);
        await Task.WhenAll(readers);
    }

    private static void Write(Recommender recommender, Random random, int step)
    {
        // New items and people keep coming, so that every table grows under its readers.
        var item = random.Next(Math.Min(400, 20 + (step / 50)));
        recommender.Learn(World.View($"p{random.Next(40)}", $"i{item}", random.NextDouble() * 9));
        if (step % 500 == 0) recommender.Forget($"p{random.Next(40)}");
        if (step % 1500 == 0) recommender.ReplaceCatalogue([new() { ItemId = $"i{random.Next(400)}", Categories = ["A"] }]);
        if (step % 1000 != 0) return;
        recommender.Use(TrainedModels.ItemKnn(new ItemKnnTrainer(Tight).Train(recommender.TrainingData())));
    }

    private static void Check(Recommender recommender, int person, int item)
    {
        var query = World.Ask($"p{person}") with { CurrentItemId = $"i{item}" };
        Check(recommender.Recommend(query), query);
        Check(recommender.Similar(query), query);
        Check(recommender.Trending(query), query);
    }

    private static void Check(RecommendationPage page, RecommendationQuery query)
    {
        Assert.Equal(page.Items.Count, page.Items.DistinctBy(shown => shown.ItemId).Count());
        Assert.DoesNotContain(page.Items, shown => shown.ItemId == query.CurrentItemId);
        for (var place = 1; place < page.Items.Count; place++)
            Assert.True(page.Items[place].Score <= page.Items[place - 1].Score);
    }
}
