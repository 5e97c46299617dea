using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>
/// A compiled condition: true when the attributes match it. Never throws, allocates nothing, safe from any thread.
/// Only a pattern may allocate: while it meets kinds of text for the first time, when several threads match the
/// same one at once, and when it runs out of time.
/// </summary>
public delegate bool ConditionPredicate(AttributeMap attributes);
