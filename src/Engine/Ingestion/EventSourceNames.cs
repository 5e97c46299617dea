namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>Sources under the names they have in the database and in answers.</summary>
public static class EventSourceNames
{
    private static readonly string[] Names = ["rybbit", "cdp", "frontend", "delivery"];

    public static string Name(this EventSource source) => Names[(int)source];

    public static EventSource Parse(string name) => (EventSource)Array.IndexOf(Names, name);
}
