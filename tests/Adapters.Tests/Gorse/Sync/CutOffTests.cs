using System.Diagnostics;
using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Tests.Gorse.Sync;

/// <summary>Runs that are cut off, by us or by Gorse's death, and life going on meanwhile: in the end Gorse knows exactly what it ought to.</summary>
public sealed class CutOffTests(SqliteStores stores)
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Sync_CutOffAgainAndAgain_EndsExactly(bool isHead) => EndsExactlyAsync(people: 300, items: 60, pageSize: 40, isHead, atLeast: 2000);

    [Fact]
    public Task Sync_TwoHundredThousandInterestsCutOff_EndsExactly()
    {
        FullTests.Require("some minutes");
        return EndsExactlyAsync(people: 20_000, items: 5_000, pageSize: 1000, isHead: false, atLeast: 200_000);
    }

    private async Task EndsExactlyAsync(int people, int items, int pageSize, bool isHead, int atLeast)
    {
        await using var feeding = await Feeding.StartAsync(stores, pageSize, isHead);
        var site = new MadeUpSite(feeding.Store, people, items);
        await site.BeginAsync();
        var started = Stopwatch.GetTimestamp();

        // In the first walk through everybody: by our own end, then by Gorse's.
        Pass(feeding);
        var pages = (people / pageSize) + (items / pageSize);
        await RunIntoOurEndAsync(feeding, pages + 3);
        Pass(feeding);
        await site.GoOnAsync();
        Pass(feeding);
        await RunIntoItsDeathAsync(feeding, 4);
        Pass(feeding);
        await site.GoOnAsync();
        await feeding.RunAsync();

        // And once more when only news are told.
        Pass(feeding);
        await site.GoOnAsync();
        await RunIntoOurEndAsync(feeding, 5);
        await feeding.RunAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"told in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");

        var truth = new Truth(feeding.Store);
        var interests = await feeding.Known.InterestsAsync();
        Assert.True(interests.Count >= atLeast, $"{interests.Count} interests");
        AssertSame(await truth.InterestsAsync(), interests);
        Assert.Equal(await truth.UsersAsync(), (await feeding.Known.UsersAsync()).Keys.ToHashSet());
        AssertSame(await truth.ItemsAsync(), (await feeding.Known.ItemsAsync()).ToDictionary(item => item.Key, item => (bool)item.Value["IsHidden"]!));
    }

    private static async Task RunIntoOurEndAsync(Feeding feeding, int place)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        After(feeding, place, () => end.CancelAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => feeding.RunAsync(end.Token));
        feeding.Telling = () => Task.CompletedTask;
    }

    private static async Task RunIntoItsDeathAsync(Feeding feeding, int place)
    {
        After(feeding, place, feeding.Server.Process.KillAsync);
        await Assert.ThrowsAsync<OutsideSystemException>(() => feeding.RunAsync());
        feeding.Telling = () => Task.CompletedTask;
        await feeding.Server.Process.KillAsync();
        await feeding.Server.Process.StartAsync();
    }

    /// <summary>Does it while Gorse is being told for that time.</summary>
    private static void After(Feeding feeding, int place, Func<Task> cut) => feeding.Telling = () =>
    {
        if (--place == 0) _ = Task.Run(cut, Ending);
        return place >= 0 ? Task.CompletedTask : Task.Delay(20, Ending);
    };

    /// <summary>Long enough for what was written to be settled.</summary>
    private static void Pass(Feeding feeding) => feeding.Store.Time.Advance(TimeSpan.FromMinutes(5));

    private static void AssertSame<TKey, TValue>(Dictionary<TKey, TValue> expected, Dictionary<TKey, TValue> actual)
        where TKey : notnull
    {
        var missing = expected.Where(pair => !actual.TryGetValue(pair.Key, out var found) || !Equals(found, pair.Value)).Take(5).ToList();
        var additional = actual.Where(pair => !expected.ContainsKey(pair.Key)).Take(5).ToList();
        Assert.True(
            missing.Count == 0 && additional.Count == 0,
            $"of {expected.Count} (there {actual.Count}): missing or other {string.Join("; ", missing)} / too many {string.Join("; ", additional)}");
    }
}
