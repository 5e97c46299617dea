namespace PersonalizationEngine.Engine.Ports;

/// <summary>How much there is of what an operator watches. Asked every few seconds at most; never by a request.</summary>
public interface IStoreFigures
{
    /// <summary>What the store takes on its disk.</summary>
    Task<long> BytesAsync(CancellationToken cancellationToken);

    /// <summary>Messages that were given up and wait for somebody to look.</summary>
    Task<long> DeadLettersAsync(CancellationToken cancellationToken);
}
