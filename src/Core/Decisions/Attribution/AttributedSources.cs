namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <summary>
/// Sources of recommendations by the number they have in decision ids. Append only: ids already given out must keep their
/// meaning. A source not listed travels as the first one.
/// </summary>
internal static class AttributedSources
{
    private static readonly string[] Names =
        ["other", "item_based", "user_based", "similar", "trending", "popular", "new", RecommendationShaping.PinnedSource, "gorse", "exploration", "comparison", "popular_in_segment"];

    public static byte NumberOf(string source) => (byte)Math.Max(0, Array.IndexOf(Names, source));

    public static string NameOf(byte number) => number < Names.Length ? Names[number] : Names[0];
}
