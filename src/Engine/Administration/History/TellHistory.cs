using System.Globalization;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Administration.History;

/// <summary>What a definition was at each version, what changed between two, and the way back to one.</summary>
public sealed class TellHistory<T>(DefinitionDesk<T> desk, IDefinitionHistory history, TimeProvider time)
    where T : class
{
    /// <summary>The latest first, before the given version.</summary>
    public Task<IReadOnlyList<DefinitionVersion>> VersionsAsync(long id, int before, int limit, CancellationToken cancellationToken) =>
        history.VersionsAsync(desk.Kind, id, before, limit, cancellationToken);

    public Task<DefinitionVersion?> FindAsync(long id, int version, CancellationToken cancellationToken) =>
        history.FindAsync(desk.Kind, id, version, cancellationToken);

    /// <returns>Null when one of the two is not known.</returns>
    public async Task<IReadOnlyList<DocumentChange>?> CompareAsync(long id, int from, int to, CancellationToken cancellationToken)
    {
        var before = await FindAsync(id, from, cancellationToken);
        var after = await FindAsync(id, to, cancellationToken);
        return before is null || after is null ? null : DocumentDiff.Between(before.Document, after.Document);
    }

    /// <summary>Writes a new version that is like an earlier one. What was removed stays so.</summary>
    /// <param name="present">The version there is; null takes whatever is there.</param>
    public async Task<Change<T>> RollBackAsync(long id, int? present, int version, string by, string? reason, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, version, cancellationToken) is not { Document: { } document }) return new Change<T>.NotFound();
        var edit = new Edit(time.GetUtcNow(), Happenings.RolledBack, by, null)
        {
            Reason = reason ?? string.Create(CultureInfo.InvariantCulture, $"Back to version {version}"),
        };
        return await desk.ReplaceAsync(id, present, document, edit, cancellationToken);
    }
}
