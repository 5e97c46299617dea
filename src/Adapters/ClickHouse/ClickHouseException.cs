namespace PersonalizationEngine.Adapters.ClickHouse;

/// <summary>ClickHouse did not answer, or refused to; the message says why, and which setting has a say in it.</summary>
public sealed class ClickHouseException(string message, Exception? cause) : Exception(message, cause);
