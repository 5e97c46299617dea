using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Rules;

/// <summary>A condition with the JSON it was written as, so that what a marketer wrote is what comes back.</summary>
public sealed record ConditionSource(JsonElement Json, Condition Condition);
