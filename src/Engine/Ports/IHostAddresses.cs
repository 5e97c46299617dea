using System.Net;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Where names of hosts lead.</summary>
public interface IHostAddresses
{
    /// <returns>None when the name is not known, or nobody can be asked.</returns>
    Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellationToken);
}
