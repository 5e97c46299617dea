using System.Globalization;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>The names of the editor's fields.</summary>
public static class TemplateFields
{
    /// <summary>Begins the names of what people are told who have no other language.</summary>
    public const string Main = "";

    public static string Language(int place) => string.Create(CultureInfo.InvariantCulture, $"language.{place}.");

    public static string Tag(int place) => $"{Language(place)}tag";

    public static string Default(int place) => string.Create(CultureInfo.InvariantCulture, $"default.{place}");

    public static string Tracks(string channel) => $"track.{channel}";

    /// <param name="begin"><see cref="Main"/> or a <see cref="Language"/>.</param>
    public static string Part(string begin, string channel, string part) => $"{begin}{channel}.{part}";

    public static string Data(string begin, string channel, int place) => string.Create(CultureInfo.InvariantCulture, $"{begin}{channel}.data.{place}");
}
