using System.Text.Json;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Engine.Tests.Administration;

/// <summary>Changes by one and the same person, for tests that do not care who it is.</summary>
internal static class DeskCalls
{
    public const string Somebody = "anna";

    public static Task<Change<T>> AddAsync<T>(this DefinitionDesk<T> desk, JsonElement document, CancellationToken cancellationToken)
        where T : class => desk.AddAsync(document, Somebody, cancellationToken);

    public static Task<Change<T>> ReplaceAsync<T>(
        this DefinitionDesk<T> desk, long id, int? version, JsonElement document, CancellationToken cancellationToken)
        where T : class => desk.ReplaceAsync(id, version, document, Somebody, cancellationToken);

    public static Task<Change<T>> RemoveAsync<T>(this DefinitionDesk<T> desk, long id, int? version, CancellationToken cancellationToken)
        where T : class => desk.RemoveAsync(id, version, Somebody, null, cancellationToken);
}
