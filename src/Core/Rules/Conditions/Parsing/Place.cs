namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>A place in the condition's JSON.</summary>
/// <param name="JsonPointer">RFC 6901: tokens after slashes, with ~ written ~0 and / written ~1.</param>
/// <param name="Depth">Levels of objects and arrays a container here would make, the root's being 1.</param>
internal readonly record struct Place(string JsonPointer, int Depth)
{
    public static Place Root { get; } = new("", 1);

    public Place Property(string name) => new(Documents.JsonPointer.Append(JsonPointer, name), Depth + 1);

    public Place Item(int index) => new(Documents.JsonPointer.Append(JsonPointer, index), Depth + 1);
}
