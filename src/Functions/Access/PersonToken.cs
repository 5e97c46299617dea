namespace PersonalizationEngine.Functions.Access;

/// <param name="Token">A JSON web token.</param>
internal readonly record struct PersonToken(string Token, string UserId, DateTimeOffset ExpiresAt);
