using System.Text.Json;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Demo.Wire;

/// <summary>Something that happened in the made-up month, ready to be written as docs/events.md has it.</summary>
internal abstract record DemoEvent(DateTimeOffset At)
{
    public abstract Endpoint Endpoint { get; }

    public abstract void Write(Utf8JsonWriter writer);
}
