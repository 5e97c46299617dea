namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>How large a condition may be. What goes beyond is a fault, never an exception.</summary>
public static class ConditionLimits
{
    /// <summary>Levels of JSON objects and arrays inside one another, the root being the first.</summary>
    public const int MaxDepth = 32;

    /// <summary>Condition objects, attribute names, operators and plain values together.</summary>
    public const int MaxNodes = 1_000;

    /// <summary>Values in one list or object that is compared with.</summary>
    public const int MaxListValues = 10_000;

    /// <summary>UTF-16 characters in the source of one regular expression.</summary>
    public const int MaxPatternLength = 1_024;

    /// <summary>Faults reported of one condition; further ones are not listed.</summary>
    public const int MaxFaults = 100;
}
