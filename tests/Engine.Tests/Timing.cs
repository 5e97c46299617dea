using Microsoft.Extensions.Time.Testing;

namespace PersonalizationEngine.Engine.Tests;

/// <summary>A clock that stands still until a test moves it, and waiting for what other threads bring about.</summary>
internal static class Timing
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Long enough for a busy machine; only a test that is about to fail waits this long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(2);

    public static FakeTimeProvider Clock() => new(Noon);

    /// <summary>Moves the clock on, again and again, until the work is done: a timer may be set only after the first move.</summary>
    public static async Task MoveUntilAsync(this FakeTimeProvider clock, TimeSpan step, Task work)
    {
        var until = DateTime.UtcNow + Patience;
        while (!work.IsCompleted && DateTime.UtcNow < until)
        {
            clock.Advance(step);
            await Task.Delay(Breath, TestContext.Current.CancellationToken);
        }

        await work.SoonAsync();
    }

    /// <summary>Moves the clock on, again and again, until something holds.</summary>
    public static async Task MoveUntilAsync(this FakeTimeProvider clock, TimeSpan step, Func<bool> holds)
    {
        var until = DateTime.UtcNow + Patience;
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < until, "It did not come about.");
            clock.Advance(step);
            await Task.Delay(Breath, TestContext.Current.CancellationToken);
        }
    }

    public static async Task UntilAsync(Func<bool> holds)
    {
        var until = DateTime.UtcNow + Patience;
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < until, "It did not come about.");
            await Task.Delay(Breath, TestContext.Current.CancellationToken);
        }
    }

    public static Task SoonAsync(this Task work) => work.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public static Task<T> SoonAsync<T>(this Task<T> work) => work.WaitAsync(Patience, TestContext.Current.CancellationToken);
}
