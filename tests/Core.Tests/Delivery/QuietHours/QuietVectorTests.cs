using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Tests.Recommendations.Quality;

namespace PersonalizationEngine.Core.Tests.Delivery.QuietHours;

/// <summary>Vectors that another language made minute by minute: those shared by the whole product, and more of the same kind.</summary>
public sealed class QuietVectorTests
{
    [Fact]
    public void First_SharedVectors_IsTheirInstant()
    {
        var cases = Cases(string.Join('\n', SharedData.Lines(Path.Combine("..", "vectors", "quiet-hours.json"))));
        Assert.True(cases.Count >= 14, $"Only {cases.Count} cases.");
        Assert.All(cases, one =>
        {
            var window = Window(one);
            var at = one.GetProperty("at").GetDateTimeOffset();
            var zone = TimeZoneInfo.FindSystemTimeZoneById(one.GetProperty("tz").GetString()!);

            Assert.Equal(one.GetProperty("quiet").GetBoolean(), window.LeftAt(WallClock.Local(zone, at)) > TimeSpan.Zero);
            Assert.Equal(one.GetProperty("sendAt").GetDateTimeOffset(), Awake.First([window], [zone], at));
        });
    }

    [Fact]
    public void First_OwnVectors_IsTheirInstant()
    {
        using var file = typeof(QuietVectorTests).Assembly.GetManifestResourceStream("quiet-hours.json")!;
        using var reader = new StreamReader(file);
        var cases = Cases(reader.ReadToEnd());
        Assert.True(cases.Count >= 120, $"Only {cases.Count} cases.");
        Assert.All(cases, one =>
        {
            var zones = one.GetProperty("zones").EnumerateArray().Select(zone => TimeZoneInfo.FindSystemTimeZoneById(zone.GetString()!)).ToList();
            var windows = one.GetProperty("windows").EnumerateArray().Select(Window).ToList();
            var expected = one.GetProperty("sendAt");

            Assert.Equal(
                expected.ValueKind == JsonValueKind.Null ? null : expected.GetDateTimeOffset(),
                Awake.First(windows, zones, one.GetProperty("at").GetDateTimeOffset()));
        });
    }

    private static List<JsonElement> Cases(string json) => [.. JsonElement.Parse(json).GetProperty("cases").EnumerateArray()];

    private static QuietWindow Window(JsonElement one) => new(
        Time(one, "start"), Time(one, "end"),
        one.TryGetProperty("weekdays", out var days) ? [.. days.EnumerateArray().Select(day => Enum.Parse<DayOfWeek>(day.GetString()!, ignoreCase: true))] : null);

    private static TimeOnly Time(JsonElement one, string name) => TimeOnly.ParseExact(one.GetProperty(name).GetString()!, "HH:mm", CultureInfo.InvariantCulture);
}
