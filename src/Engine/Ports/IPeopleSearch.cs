namespace PersonalizationEngine.Engine.Ports;

/// <summary>Finds people by how what is known of them begins, as far as an index tells.</summary>
public interface IPeopleSearch
{
    /// <summary>
    /// Ids of people one of whose ids, whose e-mail address or whose name begins with the text; an id by its letters as they are, the
    /// others also in small and in capital letters and with a capital at each word. Each once, in no particular order.
    /// </summary>
    /// <param name="limit">Most of each kind and way of writing.</param>
    Task<IReadOnlyList<string>> BeginningWithAsync(string text, int limit, CancellationToken cancellationToken);
}
