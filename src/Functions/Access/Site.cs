namespace PersonalizationEngine.Functions.Access;

/// <summary>A website whose pages may call the engine themselves.</summary>
/// <param name="Key">Publishable: it stands in the page, says which site it is, and proves nothing.</param>
internal sealed record Site(string Key, AllowedOrigins Origins);
