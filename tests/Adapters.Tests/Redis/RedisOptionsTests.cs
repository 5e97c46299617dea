using PersonalizationEngine.Adapters.Redis;

namespace PersonalizationEngine.Adapters.Tests.Redis;

public sealed class RedisOptionsTests
{
    [Fact]
    public void ToString_Password_IsNotTold() =>
        Assert.Equal("redis://cache:6379/0", new RedisOptions("cache", User: "app", Password: "secret").ToString());
}
