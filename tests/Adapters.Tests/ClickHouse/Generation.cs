namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>Of Rybbit's tables.</summary>
public enum Generation
{
    First = 1,
    Second = 2,
}
