using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Core.Segments;

/// <summary>The fields that groups and segments have alike.</summary>
internal static class NamedDocument
{
    public const int MaxKeyLength = 64, MaxNameLength = 200, MaxDescriptionLength = 2000;

    /// <summary>Null when it is missing or faulty.</summary>
    public static string? Key(DocumentReader reader)
    {
        var key = reader.Text("key", MaxKeyLength, required: true);
        if (key is null || key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '_' or '-'))
            return key;
        reader.Fault("key", $"must be 1 to {MaxKeyLength} characters: a-z, 0-9, _ and -");
        return null;
    }

    public static string? Name(DocumentReader reader) => reader.Text("name", MaxNameLength, required: true);

    public static string? Description(DocumentReader reader) => reader.Text("description", MaxDescriptionLength);
}
