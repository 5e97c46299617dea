using EmbeddedHost.Durable.Histories;

namespace EmbeddedHost.Durable.Hub;

/// <summary>Numbers of runs and of messages, each greater than all before it.</summary>
internal sealed class Numbers
{
    private long _run;
    private long _message;

    public void ContinueFrom(HistoryReader reader)
    {
        _run = reader.NewestRun();
        _message = reader.NewestMessage();
    }

    public long NextRun() => Interlocked.Increment(ref _run);

    public long NextMessage() => Interlocked.Increment(ref _message);
}
