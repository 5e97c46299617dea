using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Everything the store holds about a person, whatever table it stands in.</summary>
public interface IPersonalData
{
    /// <returns>Null when nothing is held under the id.</returns>
    Task<PersonIds?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Every table that can hold something about a person.</summary>
    Task<IReadOnlyList<PersonalSection>> SectionsAsync(CancellationToken cancellationToken);

    /// <summary>The rows of a section, one after the other, never all at once; values in the order of its columns.</summary>
    IAsyncEnumerable<IReadOnlyList<object?>> ReadAsync(PersonalSection section, PersonIds person, CancellationToken cancellationToken);

    /// <summary>People nobody has heard of since the instant and whom the CDP does not list; in the order of their ids.</summary>
    Task<IReadOnlyList<string>> InactiveAsync(DateTimeOffset since, string afterPersonId, int limit, CancellationToken cancellationToken);
}
