namespace PersonalizationEngine.Engine.Ports;

/// <summary>How far each synchronisation has come, in words only the synchronisation itself understands.</summary>
public interface ISyncPositions
{
    /// <summary>Null before the first run.</summary>
    Task<string?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <param name="position">At most 2,000 characters.</param>
    Task WriteAsync(string name, string position, CancellationToken cancellationToken);
}
