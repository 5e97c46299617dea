using System.Text.Json;

namespace Feed.Tests.Receiver;

/// <param name="Order">Counts up over all events in the order of arrival.</param>
public sealed record StoredEvent(string Path, JsonElement Json, int Order);
