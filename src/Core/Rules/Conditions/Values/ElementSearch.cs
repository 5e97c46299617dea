using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Values;

internal static class ElementSearch
{
    /// <summary>The index of the first element that passes, or -1.</summary>
    public static int FirstIndex(AttributeValue[] items, ValueTest test)
    {
        for (var index = 0; index < items.Length; index++)
        {
            if (test(items[index])) return index;
        }

        return -1;
    }
}
