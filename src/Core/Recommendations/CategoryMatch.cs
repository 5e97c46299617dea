namespace PersonalizationEngine.Core.Recommendations;

/// <summary>How many of the wanted categories an item must have.</summary>
public enum CategoryMatch
{
    Any,
    All,
}
