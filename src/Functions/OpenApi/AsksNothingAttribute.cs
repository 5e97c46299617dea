namespace PersonalizationEngine.Functions.OpenApi;

/// <summary>On a function that is posted to and told all by the address: it reads no body.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AsksNothingAttribute : Attribute;
