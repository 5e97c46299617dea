namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

internal sealed record PageInfoSource(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
