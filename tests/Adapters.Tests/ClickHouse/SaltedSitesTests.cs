using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

public sealed class SaltedSitesTests(SharedClickHouse clickHouse)
{
    [Fact]
    public async Task ReadAsync_OfASiteWhereNobodyEverComesBack_WarnsOnce()
    {
        var database = await clickHouse.NewAsync(Generation.First);
        // On site 5 a device is somebody else each day; on site 6 a tenth of them comes back.
        await database.InsertAsync("site_id, timestamp, session_id, user_id",
            $"""
             with number % 700 as device, intDiv(number, 700) as day
             select 5 + number % 2, toDateTime({Traffic.Now.ToUnixTimeSeconds()} - day * 86400), toString(number),
               lower(hex(SHA256(toString(device) || if(number % 2 = 1 and device % 10 = 1, '', toString(day)))))
             from numbers(4900)
             """);
        var log = new CollectedLog();
        await using var services = database.Services(log: log);
        var analytics = services.GetRequiredService<IWebAnalytics>();

        for (var i = 0; i < 2; i++) await foreach (var _ in analytics.ReadAsync(new VisitorQuery(Traffic.Now, null), TestContext.Current.CancellationToken)) { }

        Assert.Contains("site 5 ", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    private sealed class CollectedLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("PersonalizationEngine", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
