namespace PersonalizationEngine.Core.Profiles;

/// <summary>The JSON kinds an attribute can have; <see cref="Missing"/> is "no such attribute", which is not JSON null.</summary>
public enum AttributeKind : byte
{
    Missing,
    Null,
    Boolean,
    Number,
    Text,
    List,
    Map,
}
