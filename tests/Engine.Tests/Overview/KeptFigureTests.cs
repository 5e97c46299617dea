using PersonalizationEngine.Engine.Overview.Kept;

namespace PersonalizationEngine.Engine.Tests.Overview;

public sealed class KeptFigureTests
{
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _time = Timing.Clock();
    private readonly List<Exception> _failures = [];
    private int _reads;

    [Fact]
    public async Task Freshen_WhileItIsFresh_ReadsNothing()
    {
        var figure = Of(_ => Task.FromResult(++_reads));
        await figure.FreshenAsync();
        _time.Advance(TimeSpan.FromSeconds(9));
        await figure.FreshenAsync();
        Assert.Equal((1, Timing.Noon), (figure.Last!.Value, figure.Last.At));
        _time.Advance(TimeSpan.FromSeconds(1));
        await figure.FreshenAsync();
        Assert.Equal((2, Timing.Noon.AddSeconds(10)), (figure.Last.Value, figure.Last.At));
    }

    [Fact]
    public async Task Freshen_OfADearFigure_TakesATwentiethOfTheTimeAtMost()
    {
        var figure = Of(_ =>
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(++_reads);
        });
        await figure.FreshenAsync();
        _time.Advance(TimeSpan.FromMinutes(19));
        await figure.FreshenAsync();
        Assert.Equal(1, _reads);
        _time.Advance(TimeSpan.FromMinutes(1));
        await figure.FreshenAsync();
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task Freshen_ManyAtOnce_ReadOnceTogether()
    {
        var gate = new TaskCompletionSource<int>();
        var figure = Of(_ => Interlocked.Increment(ref _reads) == 1 ? gate.Task : Task.FromResult(0));
        var all = Enumerable.Range(0, 20).Select(_ => figure.FreshenAsync()).ToList();
        gate.SetResult(7);
        await Task.WhenAll(all);
        Assert.Equal((1, 7), (_reads, figure.Last!.Value));
    }

    [Fact]
    public async Task Freshen_ThatFails_KeepsTheLastOneAndTellsOnce()
    {
        var figure = Of(_ => ++_reads == 1 ? Task.FromResult(1) : throw new IOException());
        for (var i = 0; i < 4; i++)
        {
            await figure.FreshenAsync();
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((4, 1, true), (_reads, figure.Last!.Value, figure.IsFailing));
        Assert.Single(_failures);
    }

    private KeptFigure<int> Of(Func<CancellationToken, Task<int>> read) => new(TimeSpan.FromSeconds(10), read, _failures.Add, _time, TestContext.Current.CancellationToken);
}
