using System.Reflection;
using DotLiquid.NamingConventions;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>The filters templates may use: ours, and none of the library's own, some of which grow without bound.</summary>
internal static class KnownFilters
{
    private const string NotToBeWritten = "shown";

    public static IReadOnlyList<Type> Types { get; } = [typeof(TextFilters), typeof(ListFilters), typeof(NumberFilters), typeof(DateFilters)];

    /// <summary>As templates write them, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. Types
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Select(method => new RubyNamingConvention().GetMemberName(method.Name))
        .Where(name => name != NotToBeWritten)
        .Distinct()
        .Order(StringComparer.Ordinal)];
}
