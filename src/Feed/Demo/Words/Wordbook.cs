using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PersonalizationEngine.Feed.Demo.Words;

/// <summary>The word lists and scripts that travel inside the program.</summary>
internal static class Wordbook
{
    /// <param name="name">File of this folder without its ending.</param>
    public static T Read<T>(string name)
    {
        using var stream = typeof(Wordbook).Assembly.GetManifestResourceStream($"Words/{name}.yaml")
            ?? throw new InvalidOperationException($"The word list {name} is not in the program.");
        using var reader = new StreamReader(stream);
        var deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        return deserializer.Deserialize<T>(reader);
    }
}
