using Microsoft.Extensions.Caching.Distributed;
using PersonalizationEngine.Adapters.Redis;
using PersonalizationEngine.Adapters.Redis.People;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Tests.Redis.People;

/// <summary>A person read by one process serves in the others, for as long as nothing changed.</summary>
public sealed class SharedPeopleTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    private readonly string _folder = TestFolder.New();

    [Fact]
    public async Task Get_AfterARestart_IsServedWithoutTheStore()
    {
        var options = redis.NewOptions();
        await using (var before = await EngineInstance.StartAsync(_folder, options))
        {
            await before.NameAsync("ada", "Ada");
            await before.VisitAsync("ada", "/pricing");
            // A change of this very second might have been read too early by another clock.
            await EngineInstance.UntilAsync(async () => await before.NameAsync("ada") == "Ada");
            await StoredAsync(before, options, "ada");
        }

        await using var after = await EngineInstance.StartAsync(_folder, options);
        var served = await after.AskAsync("ada");

        Assert.Equal(("Ada", SnapshotSource.Live), (served.Snapshot.State.Profile.Contact.Name, served.Source));
        Assert.Null(served.Snapshot.Generation);
        Assert.Equal(1, served.Snapshot.State.Attributes["live"].Map["pricing_page_visits"].Number);
        Assert.Equal(0, after.People.Reads);
    }

    [Fact]
    public async Task Get_AfterARestartWhileTheStoreIsAway_IsServedAsStale()
    {
        var options = redis.NewOptions();
        var brief = EngineInstance.Cache with { Duration = TimeSpan.FromMilliseconds(100) };
        await using (var before = await EngineInstance.StartAsync(_folder, options, brief))
        {
            await before.NameAsync("ada", "Ada");
            await before.AskAsync("ada");
            await StoredAsync(before, options, "ada");
        }

        await Task.Delay(1500, TestContext.Current.CancellationToken);
        await using var after = await EngineInstance.StartAsync(_folder, options, brief);
        after.People.Fails = true;
        var served = await after.AskAsync("ada");

        Assert.Equal(("Ada", SnapshotSource.Stale), (served.Snapshot.State.Profile.Contact.Name, served.Source));
    }

    [Fact]
    public async Task Get_SharedAndExpired_IsReadAnew()
    {
        var options = redis.NewOptions();
        var brief = EngineInstance.Cache with { Duration = TimeSpan.FromMilliseconds(1_000) };
        await using var first = await EngineInstance.StartAsync(_folder, options, brief);
        await first.NameAsync("ada", "Ada");
        await using var second = await EngineInstance.StartAsync(_folder, options, brief);
        await first.AskAsync("ada");
        await StoredAsync(first, options, "ada");
        await second.AskAsync("ada");
        Assert.Equal(0, second.People.Reads);

        await Task.Delay(1_100, TestContext.Current.CancellationToken);
        await second.AskAsync("ada");

        Assert.Equal(1, second.People.Reads);
    }

    [Fact]
    public async Task Get_Key_NamesTheVersionOfTheShape()
    {
        var options = redis.NewOptions();
        await using var engine = await EngineInstance.StartAsync(_folder, options);
        await engine.NameAsync("ada", "Ada");
        await engine.AskAsync("ada");

        Assert.Equal($"{options.Prefix}person:v5:ada", await StoredAsync(engine, options, "ada"));
    }

    /// <summary>It may be the id of somebody who was erased.</summary>
    [Fact]
    public async Task Get_IdOfNobody_IsNotShared()
    {
        var options = redis.NewOptions();
        await using var engine = await EngineInstance.StartAsync(_folder, options);
        await engine.AskAsync("nobody");
        await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.False(await (await DatabaseAsync(engine)).KeyExistsAsync($"{options.Prefix}person:v3:nobody"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("""{"state":null,"recommender":"x","read_at":"2026-05-14T12:00:00+00:00","is_complete":true,"stored_at":1,"fresh_until":9223372036854775807}""")]
    public async Task Get_WhatCannotBeRead_IsReadFromTheStore(string text)
    {
        var options = redis.NewOptions();
        await using var engine = await EngineInstance.StartAsync(_folder, options);
        await engine.NameAsync("ada", "Ada");
        await engine.Get<SharedPeople>().SetAsync("ada", System.Text.Encoding.UTF8.GetBytes(text), new DistributedCacheEntryOptions(), TestContext.Current.CancellationToken);

        Assert.Equal("Ada", await engine.NameAsync("ada"));
    }

    [Fact]
    public async Task Get_KeyOfAnotherType_IsReadFromTheStore()
    {
        var options = redis.NewOptions();
        await using var engine = await EngineInstance.StartAsync(_folder, options);
        await engine.NameAsync("ada", "Ada");
        await (await DatabaseAsync(engine)).StringSetAsync($"{options.Prefix}person:v5:ada", "a text");

        for (var i = 0; i < 20; i++)
        {
            await engine.NameAsync("ada", $"Ada {i}");
            Assert.Equal($"Ada {i}", await engine.NameAsync("ada"));
        }
    }

    [Fact]
    public async Task Get_SlowProcessSharesWhatItReadBeforeAChange_IsNotBelieved()
    {
        var options = redis.NewOptions();
        await using var first = await EngineInstance.StartAsync(_folder, options);
        await using var second = await EngineInstance.StartAsync(_folder, options);
        await first.NameAsync("ada", "Ada");
        await first.AskAsync("ada");
        await StoredAsync(first, options, "ada");
        var shared = first.Get<SharedPeople>();
        var before = await shared.GetAsync("ada", TestContext.Current.CancellationToken);

        var heard = second.Get<PersonGenerations>().Now;
        await first.NameAsync("ada", "Ada Lovelace");
        await EngineInstance.UntilAsync(() => Task.FromResult(second.Get<PersonGenerations>().HasChangedSince("ada", heard)));
        await shared.SetAsync("ada", before!, new DistributedCacheEntryOptions(), TestContext.Current.CancellationToken);

        Assert.Equal("Ada Lovelace", await second.NameAsync("ada"));
        Assert.Equal(1, second.People.Reads);
    }

    [Fact]
    public async Task Get_SharedUnderAnotherIdOfThePerson_IsNotBelievedAfterAChange()
    {
        var options = redis.NewOptions();
        await using var first = await EngineInstance.StartAsync(_folder, options);
        await using var second = await EngineInstance.StartAsync(_folder, options);
        await first.NameAsync("ada", "Ada");
        await first.LoginAsync("ada", "phone");
        Assert.Equal("Ada", await first.NameAsync("phone"));
        await StoredAsync(first, options, "phone");

        var heard = second.Get<PersonGenerations>().Now;
        await first.NameAsync("ada", "Ada Lovelace");
        await EngineInstance.UntilAsync(() => Task.FromResult(second.Get<PersonGenerations>().HasChangedSince("ada", heard)));

        Assert.Equal("Ada Lovelace", await second.NameAsync("phone"));
    }

    [Fact]
    public async Task Get_HerdOnAColdPerson_ReadsOnce()
    {
        await using var engine = await EngineInstance.StartAsync(_folder, redis.NewOptions());
        engine.People.Delay = TimeSpan.FromMilliseconds(200);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => engine.AskAsync("ada"))));

        Assert.Equal(1, engine.People.Reads);
    }

    [Fact]
    public async Task Get_StoreFailed_SharesNothing()
    {
        var options = redis.NewOptions();
        await using var engine = await EngineInstance.StartAsync(_folder, options);
        engine.People.Fails = true;
        Assert.Equal(SnapshotSource.None, (await engine.AskAsync("ada")).Source);
        await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.False(await (await DatabaseAsync(engine)).KeyExistsAsync($"{options.Prefix}person:v5:ada"));
    }

    /// <summary>Waits until it is there; nobody else does.</summary>
    private static async Task<string> StoredAsync(EngineInstance engine, RedisOptions options, string person)
    {
        var database = await DatabaseAsync(engine);
        var key = $"{options.Prefix}person:v5:{person}";
        await EngineInstance.UntilAsync(() => database.KeyExistsAsync(key));
        return key;
    }

    private static async Task<IDatabase> DatabaseAsync(EngineInstance engine) => (await engine.Get<RedisConnection>().GetAsync()).GetDatabase();
}
