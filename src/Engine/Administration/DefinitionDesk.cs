using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>
/// Where one kind of definition is listed, added, changed and removed. A change is in force for the next decision of this
/// process before the answer goes out, and of the others soon after; once it is written, a caller who goes away does
/// not keep it from coming into force. Who made it and why is kept with it.
/// </summary>
/// <param name="read">Reads a definition from what was sent.</param>
/// <param name="whyTaken">What to say when another definition has the same key.</param>
public abstract class DefinitionDesk<T>(
    IDefinitions<T> store, NewsOfPlaybook news, NamedDefinitions named, TimeProvider time, Func<JsonElement, Parsed<T>> read, string whyTaken)
    where T : class
{
    public const int MaxPage = 200, DefaultPage = 50;

    /// <summary>Under which the history and the drafts of these definitions are kept.</summary>
    public string Kind => store.Kind;

    public Task<IReadOnlyList<Stored<T>>> ListAsync(long afterId, int limit, CancellationToken cancellationToken) =>
        store.ListAsync(afterId, limit, cancellationToken);

    public Task<Stored<T>?> FindAsync(long id, CancellationToken cancellationToken) => store.FindAsync(id, cancellationToken);

    /// <summary>The definition a document gives, or what is wrong with it.</summary>
    public Parsed<T> Read(JsonElement document) => read(SentDocument.Read(document).Definition);

    /// <summary>The definition as a document; null for a kind that is kept as it was sent.</summary>
    public virtual string? TextOf(T definition) => null;

    /// <param name="by">The name of the key it is done with.</param>
    public async Task<Change<T>> AddAsync(JsonElement document, string by, CancellationToken cancellationToken)
    {
        var (sent, parsed) = ReadSent(document);
        if (!parsed.Succeeded || sent.Faults.Count > 0) return new Change<T>.Invalid([.. sent.Faults, .. parsed.Faults]);
        if (await FaultsAsync(parsed.Value, cancellationToken) is { Count: > 0 } faults) return new Change<T>.Invalid(faults);
        if (WhyNotAdd(parsed.Value) is { } reason) return new Change<T>.Refused(reason);
        if (WhyNotDirectly(null, parsed.Value) is { } review) return new Change<T>.Refused(review);

        var edit = new Edit(time.GetUtcNow(), Happenings.Added, by, sent.ToText(TextOf(parsed.Value))) { Reason = sent.Reason };
        var added = await store.AddAsync(parsed.Value, edit, cancellationToken);
        if (added is null) return new Change<T>.Refused(whyTaken);
        await news.SpreadAsync();
        return new Change<T>.Done(added);
    }

    /// <param name="version">The version the change was made from; null takes whatever is there.</param>
    /// <param name="by">As with <see cref="AddAsync"/>.</param>
    public Task<Change<T>> ReplaceAsync(long id, int? version, JsonElement document, string by, CancellationToken cancellationToken) =>
        LastWriterWinsAsync(version, () => TryReplaceAsync(id, version, document, Changed(by), cancellationToken));

    /// <summary>Adds what is not there yet, and replaces what is.</summary>
    /// <param name="live">Null for a new definition.</param>
    /// <param name="version">As with replacing; not asked of a new one.</param>
    public Task<Change<T>> SaveAsync(Stored<T>? live, int version, JsonElement document, string by, CancellationToken cancellationToken) =>
        live is null ? AddAsync(document, by, cancellationToken) : ReplaceAsync(live.Id, version, document, by, cancellationToken);

    /// <summary>Makes live what was drafted, or was live before; who may do it has been found out.</summary>
    /// <param name="edit">Its document is written by the desk.</param>
    public Task<Change<T>> ReplaceAsync(long id, int? version, JsonElement document, Edit edit, CancellationToken cancellationToken) =>
        LastWriterWinsAsync(version, () => TryReplaceAsync(id, version, document, edit, cancellationToken));

    /// <param name="version">As with <see cref="ReplaceAsync(long, int?, JsonElement, string, CancellationToken)"/>.</param>
    /// <param name="by">As with <see cref="AddAsync"/>.</param>
    /// <param name="reason">In the words of who does it; null where they say nothing.</param>
    public Task<Change<T>> RemoveAsync(long id, int? version, string by, string? reason, CancellationToken cancellationToken) =>
        LastWriterWinsAsync(version, () => TryRemoveAsync(id, version, by, reason, cancellationToken));

    /// <summary>The groups and segments there are.</summary>
    protected NamedDefinitions Named => named;

    protected virtual string? WhyNotAdd(T added) => null;

    protected virtual string? WhyNotReplace(T present, T next) => null;

    /// <summary>The conditions of a definition, to be checked for what they name.</summary>
    protected virtual IReadOnlyList<PlacedCondition> ConditionsOf(T definition) => [];

    /// <summary>What is wrong with a definition that can be read, once what is stored beside it is looked at.</summary>
    protected virtual Task<IReadOnlyList<DocumentFault>> FaultsAsync(T next, CancellationToken cancellationToken) =>
        named.FaultsAsync(ConditionsOf(next), cancellationToken);

    /// <summary>Why others cannot do without what a definition says now.</summary>
    /// <param name="next">Null when it is removed.</param>
    protected virtual Task<string?> WhyNotLoseAsync(T present, T? next, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Why a change must not be made without a draft; null when it may be.</summary>
    protected virtual string? WhyNotDirectly(T? present, T? next) => null;

    /// <summary>Who named no version meant whatever is there, so that a change in between is no reason to refuse.</summary>
    private static async Task<Change<T>> LastWriterWinsAsync(int? version, Func<Task<Change<T>>> change)
    {
        while (true)
        {
            var result = await change();
            if (version is not null || result is not Change<T>.Outdated) return result;
        }
    }

    private Edit Changed(string by) => new(time.GetUtcNow(), Happenings.Changed, by, null);

    private (SentDocument Sent, Parsed<T> Parsed) ReadSent(JsonElement document)
    {
        var sent = SentDocument.Read(document);
        return (sent, read(sent.Definition));
    }

    private async Task<Change<T>> TryReplaceAsync(long id, int? version, JsonElement document, Edit edit, CancellationToken cancellationToken)
    {
        var present = await store.FindAsync(id, cancellationToken);
        if (present is null) return new Change<T>.NotFound();
        if (version is not null && version != present.Version) return new Change<T>.Outdated(present.Version);

        var (sent, parsed) = ReadSent(document);
        if (!parsed.Succeeded || sent.Faults.Count > 0) return new Change<T>.Invalid([.. sent.Faults, .. parsed.Faults]);
        if (await FaultsAsync(parsed.Value, cancellationToken) is { Count: > 0 } faults) return new Change<T>.Invalid(faults);
        if ((WhyNotReplace(present.Value, parsed.Value) ?? await WhyNotLoseAsync(present.Value, parsed.Value, cancellationToken)) is { } reason)
            return new Change<T>.Refused(reason);
        if (edit.Happened == Happenings.Changed && WhyNotDirectly(present.Value, parsed.Value) is { } review) return new Change<T>.Refused(review);

        var kept = edit with { Document = sent.ToText(TextOf(parsed.Value)), Before = TextOf(present.Value), Reason = sent.Reason ?? edit.Reason };
        var replaced = await store.ReplaceAsync(id, present.Version, parsed.Value, kept, cancellationToken);
        if (replaced is null) return await WhyNotWrittenAsync(id, present.Version, cancellationToken);
        await news.SpreadAsync();
        return new Change<T>.Done(replaced);
    }

    private async Task<Change<T>> TryRemoveAsync(long id, int? version, string by, string? reason, CancellationToken cancellationToken)
    {
        var present = await store.FindAsync(id, cancellationToken);
        if (present is null) return new Change<T>.NotFound();
        if (version is not null && version != present.Version) return new Change<T>.Outdated(present.Version);
        if (await WhyNotLoseAsync(present.Value, null, cancellationToken) is { } needed) return new Change<T>.Refused(needed);
        if (WhyNotDirectly(present.Value, null) is { } review) return new Change<T>.Refused(review);

        var edit = new Edit(time.GetUtcNow(), Happenings.Removed, by, null) { Reason = reason, Before = TextOf(present.Value) };
        if (!await store.RemoveAsync(id, present.Version, edit, cancellationToken))
            return await WhyNotWrittenAsync(id, present.Version, cancellationToken);
        await news.SpreadAsync();
        return new Change<T>.Removed();
    }

    private async Task<Change<T>> WhyNotWrittenAsync(long id, int version, CancellationToken cancellationToken)
    {
        var present = await store.FindAsync(id, cancellationToken);
        if (present is null) return new Change<T>.NotFound();
        return present.Version == version ? new Change<T>.Refused(whyTaken) : new Change<T>.Outdated(present.Version);
    }
}
