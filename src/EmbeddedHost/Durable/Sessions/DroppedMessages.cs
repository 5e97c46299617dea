using EmbeddedHost.Durable.Histories;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>Messages to a run that is over go.</summary>
internal sealed class DroppedMessages(long[] sequences) : IHistoryWrite
{
    public void Apply(WriteStatements statements)
    {
        foreach (var sequence in sequences) statements.DeleteMessage.Run(sequence);
    }

    public void Committed()
    {
        // nothing follows from it
    }

    public void Refused(Exception reason)
    {
        // they are looked at again at the next start
    }
}
