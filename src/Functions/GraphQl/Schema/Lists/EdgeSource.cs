namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

/// <param name="Cursor">Opaque to clients: the page after this entry begins behind it.</param>
internal sealed record EdgeSource<T>(string Cursor, T Node);
