using PersonalizationEngine.Servers;

namespace PersonalizationEngine.RealSystems.Outages;

/// <summary>A system with the ways it can fail.</summary>
internal sealed record Dependency(string Name, ServerProcess Process, SlowLink Link)
{
    public async Task FailAsync(Failure how)
    {
        switch (how)
        {
            case Failure.Killed: await Process.KillAsync(); break;
            case Failure.Paused: await Process.PauseAsync(); break;
            default: Link.Delay = TimeSpan.FromSeconds(2); break;
        }
    }

    public async Task ReturnAsync(Failure how)
    {
        switch (how)
        {
            case Failure.Killed: await Process.StartAsync(); break;
            case Failure.Paused: await Process.ResumeAsync(); break;
            default: Link.Delay = TimeSpan.Zero; break;
        }
    }
}
