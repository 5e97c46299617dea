namespace PersonalizationEngine.Engine.Access;

/// <summary>Names of personal keys.</summary>
public static class KeyNames
{
    public const string Accepted = "a name of a-z, 0-9, _, - and .";

    /// <summary>Characters of a name.</summary>
    public const int Longest = 40;

    /// <summary>The audit has these for the master key and for what the engine does by itself.</summary>
    private static readonly string[] Taken = ["_master", "engine", "ingestion"];

    public static bool IsValid(string name) => name.Length is > 0 and <= Longest && name.All(IsOfName);

    public static bool IsReserved(string name) => Taken.Contains(name, StringComparer.Ordinal);

    private static bool IsOfName(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '_' or '-' or '.';
}
