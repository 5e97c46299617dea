using PersonalizationEngine.Adapters.Redis;

namespace PersonalizationEngine.Adapters.Tests.Redis;

public sealed class RedisOptionsTests
{
    [Theory]
    [InlineData("redis://cache", "cache", 6379, null, null, 0, false)]
    [InlineData("rediss://cache", "cache", 6380, null, null, 0, true)]
    [InlineData("redis://cache:7000/3", "cache", 7000, null, null, 3, false)]
    [InlineData("redis://:p%40ss@cache/", "cache", 6379, null, "p@ss", 0, false)]
    [InlineData("redis://app:a:b@127.0.0.1:1", "127.0.0.1", 1, "app", "a:b", 0, false)]
    public void Parse_Address_ReadsItsParts(string url, string host, int port, string? user, string? password, int database, bool tls) =>
        Assert.Equal(new RedisOptions(host, port, user, password, database, tls), RedisOptions.Parse(url));

    [Theory]
    [InlineData("")]
    [InlineData("cache:6379")]
    [InlineData("http://cache")]
    [InlineData("redis://cache/x")]
    [InlineData("redis://cache/-1")]
    [InlineData("redis://")]
    public void Parse_NoAddress_IsNull(string url) => Assert.Null(RedisOptions.Parse(url));

    [Fact]
    public void ToString_Password_IsNotTold() => Assert.Equal("redis://cache:6379/0", RedisOptions.Parse("redis://app:secret@cache")!.ToString());
}
