namespace PersonalizationEngine.Functions.OpenApi.Parameters;

internal sealed class QueryParameterAttribute(string name, string description) : ParameterAttribute(name, "query", description);
