namespace PersonalizationEngine.Adapters.Tests.Embedded;

public sealed class ConcurrencyTests
{
    private const int Writers = 4, Batches = 300, BatchSize = 5;

    [Fact]
    public async Task RecommendAsync_WhileOthersFeedDeleteMergeAndTrain_NeverShowsWhatIsGoneAndLosesNothing()
    {
        using var learner = new Learner();
        await learner.LoadAsync();
        for (var number = 0; number < 20; number++) learner.Delete($"gone{number}", minutes: 1);
        var ended = false;
        var readers = Enumerable.Range(0, 3).Select(number => Task.Run(async () =>
        {
            for (var turn = 0; !Volatile.Read(ref ended); turn++)
            {
                var items = await learner.ItemsForAsync($"p{(number + turn) % 30}");
                Assert.DoesNotContain(items, item => item.ItemId.StartsWith("gone", StringComparison.Ordinal));
                Assert.Equal(items.Count, items.DistinctBy(item => item.ItemId).Count());
            }
        })).ToList();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(() => FeedAsync(learner, number))));
        Volatile.Write(ref ended, true);
        await Task.WhenAll(readers);

        Assert.Equal($"embedded, {Writers * Batches * BatchSize} interactions", await learner.LearntAsync());
    }

    [Fact]
    public async Task LoadAsync_WhileManyObserve_CountsEachOnce()
    {
        var store = new StoredInteractions([.. Enumerable.Range(0, 2000).Select(number => Learner.Stored($"p{number % 50}", $"i{number}"))]);
        using var learner = new Learner(store);
        Task? observing = null;
        store.Reading = place =>
        {
            // Half of these are among what is read, half came after the reading began.
            if (place == 0) observing = Task.Run(() => ObserveEach(learner, from: 1900, to: 2100));
            if (place == 1500) observing!.Wait(TestContext.Current.CancellationToken);
        };
        await learner.LoadAsync();

        Assert.Equal("embedded, 2100 interactions", await learner.LearntAsync());
    }

    private static void ObserveEach(Learner learner, int from, int to)
    {
        for (var number = from; number < to; number++) learner.Feed.Observe([Learner.View($"p{number % 50}", $"i{number}")]);
    }

    private static async Task FeedAsync(Learner learner, int number)
    {
        var random = new Random(number);
        for (var batch = 0; batch < Batches; batch++)
        {
            learner.Feed.Observe([.. Enumerable.Range(0, BatchSize).Select(_ => Learner.View(
                $"p{random.Next(30)}", random.Next(4) == 0 ? $"gone{random.Next(20)}" : $"i{random.Next(200)}"))]);
            if (batch % 10 == 0) learner.Catalogue($"i{random.Next(200)}", batch);
            if (batch % 25 == 0) learner.Catalogue($"gone{random.Next(20)}", minutes: -1);
            if (batch % 40 == 0) learner.Feed.Merge($"p{random.Next(30)}", $"p{random.Next(30)}");
            if (batch % 60 == 0) await learner.Training.TrainAsync(TestContext.Current.CancellationToken);
        }
    }
}
