using System.Globalization;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Adapters.Gorse.Wire;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Sync.Gorse;

namespace PersonalizationEngine.Adapters.Gorse;

/// <summary>Tells Gorse in batches it can store with one statement. What has an id that Gorse cannot take is left out.</summary>
internal sealed partial class GorseWriter(
    IGorseApi api, OutsideSystems systems, GorseOptions options, ILogger<GorseWriter> logger) : IGorse
{
    private const int BatchSize = 1000;

    /// <summary>Users are deleted one by one; so many at a time.</summary>
    private const int Deleting = 8;

    private readonly OutsideSystem _system = systems.Get(
        GorseRecommender.SystemName, OutsideSystemOptions.Default with { Budget = options.Budget, Break = options.Break });

    public Task PutUsersAsync(IReadOnlyCollection<SyncedPerson> people, CancellationToken cancellationToken) => PutAsync(
        people,
        person => GorseIds.Write(person.PersonId) is { } id ? new GorseUser(id, GorseLabels.Of(person.Labels), "") : null,
        api.PutUsersAsync,
        cancellationToken);

    public Task PutItemsAsync(IReadOnlyCollection<ItemChange> items, CancellationToken cancellationToken) => PutAsync(
        items, change => GorseIds.Write(change.ItemId) is { } id ? Describe(id, change) : null, api.PutItemsAsync, cancellationToken);

    public Task PutInterestsAsync(IReadOnlyCollection<Interest> interests, CancellationToken cancellationToken) => PutAsync(
        interests,
        interest => GorseIds.Write(interest.PersonId) is { } user && GorseIds.Write(interest.ItemId) is { } item
            ? new GorseFeedback(InterestRules.FeedbackType, user, item, interest.Strength, Timestamp(interest.At), "")
            : null,
        api.PutFeedbackAsync,
        cancellationToken);

    public Task DeleteUsersAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        personIds.Select(GorseIds.Write).OfType<string>(),
        new ParallelOptions { MaxDegreeOfParallelism = Deleting, CancellationToken = cancellationToken },
        async (id, ending) => await _system.CallAsync(token => api.DeleteUserAsync(id, token), options.WriteBudget, ending));

    private async Task PutAsync<TKnown, TRow>(
        IReadOnlyCollection<TKnown> known, Func<TKnown, TRow?> describe, Func<IReadOnlyList<TRow>, CancellationToken, Task<GorseSuccess?>> put,
        CancellationToken cancellationToken)
        where TRow : class
    {
        TRow[] rows = [.. known.Select(describe).OfType<TRow>()];
        if (rows.Length < known.Count) Log.LeftOut(logger, known.Count - rows.Length, typeof(TRow).Name, GorseIds.MaxLength);
        foreach (var batch in rows.Chunk(BatchSize))
            await _system.CallAsync(token => put(batch, token), options.WriteBudget, cancellationToken);
    }

    private static GorseItem Describe(string id, ItemChange change) => change.Item is { } item
        ? new GorseItem(id, item.Hidden, item.Categories, Timestamp(item.PublishedAt ?? item.UpdatedAt), LabelsOf(item), item.Title ?? "")
        : new GorseItem(id, true, [], Timestamp(change.At), AttributeValue.Null, "");

    private static AttributeValue LabelsOf(ItemRecord item) => GorseLabels.Of(
        new AttributeMap([KeyValuePair.Create("tags", AttributeValue.OfTexts(item.Tags))]).Over(item.Attributes));

    private static string Timestamp(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(161, LogLevel.Warning,
            "{Count} rows of {Kind} are not told to Gorse: an id is empty, longer than {MaxLength} characters as Gorse takes it, or no text.")]
        public static partial void LeftOut(ILogger logger, int count, string kind, int maxLength);
    }
}
