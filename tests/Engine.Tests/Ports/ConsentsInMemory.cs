using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class ConsentsInMemory : IConsents
{
    public Dictionary<string, Permissions> Said { get; } = new(StringComparer.Ordinal);

    public Task<IReadOnlyDictionary<string, Permissions>> ReadAsync(IReadOnlyCollection<string> identities, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Permissions>>(
            identities.ToDictionary(identity => identity, identity => Said.GetValueOrDefault(identity, ConsentPolicy.Default.Unasked), StringComparer.Ordinal));
}
