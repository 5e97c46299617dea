using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

public sealed class InteractionTests(SharedClickHouse clickHouse)
{
    private static readonly ItemPatterns Items =
        new([ItemPathPattern.Parse("/blog/{item_id}")!, ItemPathPattern.Parse("/*/shop/{item_id}/buy")!], ["item_id", "it`em\\x"]);

    [Theory]
    [InlineData(Generation.First)]
    [InlineData(Generation.Second)]
    public async Task ReadAsync_OfAFewDays_GivesWhatIsAboutItemsInTimeOrder(Generation generation)
    {
        var database = await clickHouse.NewAsync(generation);
        await AddAsync(database);
        var (from, to) = (Traffic.Now.AddDays(-5).AddHours(-7), Traffic.Now.AddDays(-1));

        var read = await ReadAsync(database, from, to);

        var expected = (await EventRow.ReadAllAsync(database)).Where(row => row.At >= from && row.At < to)
            .Select(row => (Row: row, Item: ItemOf(row)))
            .Where(found => found.Item is not null && found.Row.Type is "pageview" or "form_submit" && !found.Row.IsDatacenter)
            .Select(found => new ItemActivity(found.Row.Visitor, found.Item!, found.Row.Session, found.Row.Type, found.Row.At)).ToList();
        Assert.True(expected.Count > 500);
        Assert.Equal(read.Select(interaction => interaction.At).Order(), read.Select(interaction => interaction.At));
        Assert.Equal(Sorted(expected), Sorted(read));
    }

    [Fact]
    public async Task ReadAsync_WithoutPatterns_GivesNothing()
    {
        var database = await clickHouse.NewAsync(Generation.Second);
        await AddAsync(database);
        await using var services = database.Services();

        Assert.Empty(await services.GetRequiredService<IWebInteractions>().ReadAsync(Traffic.Now.AddDays(-5), Traffic.Now, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken));
    }

    private static Task AddAsync(RybbitDatabase database) => database.InsertAsync(
        "site_id, timestamp, session_id, user_id, pathname, type, props",
        $$"""
          with cityHash64(number) as h select 1, toDateTime({{Traffic.Now.ToUnixTimeSeconds()}} - h % (7 * 86400)), toString(h % 97), 'visitor-' || toString(h % 50),
            ['/blog/a', '/Blog/b%20c/', '/blog/', '/blog/a/b', '/en/shop/t1/buy', '/shop/t1/buy', '/blog/ x', '/about'][cityHash64(h, 1) % 8 + 1],
            ['pageview', 'performance', 'form_submit', 'error'][cityHash64(h, 2) % 4 + 1],
            ['{}', '{"item_id":"p1"}', '{"item_id":7}', '{"item_id":" "}', '{"it`em\\\\x":"q"}'][cityHash64(h, 3) % 5 + 1]
          from numbers(5000)
          """);

    private static async Task<List<ItemActivity>> ReadAsync(RybbitDatabase database, DateTimeOffset from, DateTimeOffset to)
    {
        await using var services = database.Services(items: Items);
        return await services.GetRequiredService<IWebInteractions>().ReadAsync(from, to, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    private static string? ItemOf(EventRow row)
    {
        if (Property(row, "item_id") is { } item && item != " ") return item;
        return Property(row, "it`em\\x") ?? row.Path switch
        {
            "/blog/a" => "a",
            "/Blog/b%20c/" => "b c",
            "/en/shop/t1/buy" => "t1",
            _ => null,
        };
    }

    private static string? Property(EventRow row, string name) =>
        row.Properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<ItemActivity> Sorted(IEnumerable<ItemActivity> interactions) =>
        interactions.OrderBy(interaction => interaction.At).ThenBy(interaction => interaction.ToString(), StringComparer.Ordinal);
}
