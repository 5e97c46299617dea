using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

public sealed class HealthTests(SharedClickHouse clickHouse)
{
    [Theory]
    [InlineData(Generation.First, "rybbit v1")]
    [InlineData(Generation.Second, "rybbit v2")]
    public async Task CheckAsync_OfAGeneration_TellsIt(Generation generation, string detail)
    {
        var database = await clickHouse.NewAsync(generation);
        await using var services = database.Services();
        var health = services.GetRequiredService<IHealthProbe>();

        Assert.Equal(("clickhouse", false, detail), (health.Name, health.IsVital, await health.CheckAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task CheckAsync_OfATableThatDoesNotFit_Throws()
    {
        var database = await clickHouse.NewAsync(Generation.First);
        await database.ExecuteAsync("alter table events drop column pathname");
        await using var services = database.Services();

        await Assert.ThrowsAsync<InvalidDataException>(() => services.GetRequiredService<IHealthProbe>().CheckAsync(TestContext.Current.CancellationToken));
    }
}
