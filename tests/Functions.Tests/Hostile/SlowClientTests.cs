using System.Diagnostics;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Hostile;

/// <summary>Clients that drip: others must not notice them.</summary>
public sealed class SlowClientTests(SharedEngine engine)
{
    [Fact]
    public async Task Clients_ThatNeverFinishTheirRequest_DoNotHoldUpOthers()
    {
        var slow = new List<RawConnection>();
        for (var i = 0; i < 40; i++)
        {
            slow.Add(await RawConnection.OpenAsync(engine.Process.Address()));
            await slow[^1].SendAsync(i % 2 == 0 ? "GET /api/v1/health/live HTTP/1.1\r\nHo" : Unfinished());
        }

        for (var round = 0; round < 5; round++)
        {
            foreach (var connection in slow) await connection.SendAsync(round == 0 ? "st: x\r\nX-A: " : "a");
            var watch = Stopwatch.StartNew();
            await engine.Client.PersonalizeAsync(Sent.NewId());
            (await engine.Client.GetAsync("/api/v1/health/live")).AssertOk();
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        foreach (var connection in slow) connection.Dispose();
        (await engine.Client.GetAsync("/api/v1/health/ready")).AssertOk();
    }

    [Fact]
    public async Task Body_ThatStopsComing_IsGivenUpOn()
    {
        using var connection = await RawConnection.OpenAsync(engine.Process.Address());
        await connection.SendAsync(Unfinished());

        var answer = await connection.ReadAnswerAsync();

        Assert.Contains(RawConnection.StatusOf(answer), (int[])[0, 400, 408]);
    }

    private static string Unfinished() =>
        $"POST /api/v1/events HTTP/1.1\r\nHost: x\r\nx-functions-key: {EngineProcess.FunctionKey}\r\nContent-Length: 5000\r\n\r\n{{\"type\"";
}
