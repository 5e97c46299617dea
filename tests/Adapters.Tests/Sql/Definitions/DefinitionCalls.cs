using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Definitions;

/// <summary>Changes for tests that do not care who makes them and what is kept of them.</summary>
internal static class DefinitionCalls
{
    public static Task<Stored<T>?> AddAsync<T>(this IDefinitions<T> definitions, T definition, DateTimeOffset now, CancellationToken cancellationToken)
        where T : class => definitions.AddAsync(definition, By(now, Happenings.Added), cancellationToken);

    public static Task<Stored<T>?> ReplaceAsync<T>(
        this IDefinitions<T> definitions, long id, int version, T definition, DateTimeOffset now, CancellationToken cancellationToken)
        where T : class => definitions.ReplaceAsync(id, version, definition, By(now, Happenings.Changed), cancellationToken);

    public static Task<bool> RemoveAsync<T>(this IDefinitions<T> definitions, long id, int version, CancellationToken cancellationToken)
        where T : class => definitions.RemoveAsync(id, version, By(Store.Now, Happenings.Removed) with { Document = null }, cancellationToken);

    private static Edit By(DateTimeOffset now, string happened) => new(now, happened, "anna", "{}");
}
