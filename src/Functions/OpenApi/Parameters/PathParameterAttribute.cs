namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>
/// What stands in the address. On a class it holds for those of its functions whose route has it; a parameter that nothing is
/// said of is an id, of 1 to 255 characters.
/// </summary>
internal sealed class PathParameterAttribute(string name, string description) : ParameterAttribute(name, "path", description);
