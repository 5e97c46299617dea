using EmbeddedHost.Durable.Histories;

namespace EmbeddedHost.Durable.Hub;

/// <summary>Numbers of runs and of messages, each greater than all before it.</summary>
internal sealed class Numbers
{
    private long _run;
    private long _message;

    /// <param name="now">UTC ticks: a message that is gone may still be named in a history, so its number must not come again.</param>
    public void ContinueFrom(HistoryReader reader, long now)
    {
        _run = reader.NewestRun();
        _message = Math.Max(reader.NewestMessage(), now);
    }

    public long NextRun() => Interlocked.Increment(ref _run);

    public long NextMessage() => Interlocked.Increment(ref _message);
}
