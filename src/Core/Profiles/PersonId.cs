namespace PersonalizationEngine.Core.Profiles;

/// <summary>
/// The rule for ids of people, devices and items, whoever made them: 1 to 255 characters, no control characters, no white
/// space at either end. Compared ordinally.
/// </summary>
public static class PersonId
{
    public const int MaxLength = 255;

    public const string Accepted = "must be 1 to 255 characters without control characters or surrounding white space";

    public static bool IsValid(string? id)
    {
        if (string.IsNullOrEmpty(id) || id.Length > MaxLength) return false;
        if (char.IsWhiteSpace(id[0]) || char.IsWhiteSpace(id[^1])) return false;
        foreach (var character in id)
            if (char.IsControl(character) || character == '\uFFFD') return false;
        return true;
    }
}
