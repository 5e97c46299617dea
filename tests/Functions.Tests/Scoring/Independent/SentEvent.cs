using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Scoring.Independent;

/// <param name="Source">The webhook it goes to: <c>rybbit</c> or <c>cdp</c>.</param>
internal readonly record struct SentEvent(string Source, JsonObject Json);
