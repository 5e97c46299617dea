using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Values;

/// <summary>A compiled node. Never throws and allocates nothing.</summary>
internal delegate bool ValueTest(in AttributeValue focus);
