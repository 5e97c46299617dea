using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>A place outside the store that holds something about people.</summary>
public interface IPersonalPlace
{
    /// <summary>As reports name it.</summary>
    string Name { get; }

    /// <returns>Null when it cannot be told now.</returns>
    Task<IReadOnlyList<HeldElsewhere>?> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Forgets people; to do it twice is to do it once. Fails only by the caller's cancellation.</summary>
    /// <returns>False when it has to be tried again.</returns>
    Task<bool> ForgetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
