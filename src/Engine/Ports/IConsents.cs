using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What may be done with people's data, for those who must know before they keep or send something.</summary>
public interface IConsents
{
    /// <summary>
    /// As it stands now, by the ids asked for; an id never seen has what people have who were never asked. Ask right before use:
    /// what was allowed a minute ago may be refused by now.
    /// </summary>
    Task<IReadOnlyDictionary<string, Permissions>> ReadAsync(IReadOnlyCollection<string> identities, CancellationToken cancellationToken);
}
