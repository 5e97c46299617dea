using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Engine.Ports;

public static class DefinitionPages
{
    private const int PageSize = 500;

    /// <summary>Every definition of a kind, page by page, in the order of their ids.</summary>
    public static async Task<List<Stored<T>>> AllAsync<T>(this IDefinitions<T> definitions, CancellationToken cancellationToken)
        where T : class
    {
        var all = new List<Stored<T>>();
        IReadOnlyList<Stored<T>> page;
        do
        {
            page = await definitions.ListAsync(all.Count == 0 ? 0 : all[^1].Id, PageSize, cancellationToken);
            all.AddRange(page);
        }
        while (page.Count == PageSize);
        return all;
    }
}
