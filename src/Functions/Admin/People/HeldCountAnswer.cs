namespace PersonalizationEngine.Functions.Admin.People;

/// <param name="After">Null while the erasure is at it.</param>
internal sealed record HeldCountAnswer(string Table, long Before, long? After);
