namespace PersonalizationEngine.Functions.Access;

/// <summary>Whose browser asks, proven by a token.</summary>
/// <param name="UserId">Any id of the person.</param>
/// <param name="IsVisitor">The engine itself gave the browser this id; nobody has said yet whose it is.</param>
internal readonly record struct Caller(string UserId, bool IsVisitor);
