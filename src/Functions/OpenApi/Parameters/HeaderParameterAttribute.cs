namespace PersonalizationEngine.Functions.OpenApi.Parameters;

internal sealed class HeaderParameterAttribute(string name, string description) : ParameterAttribute(name, "header", description);
